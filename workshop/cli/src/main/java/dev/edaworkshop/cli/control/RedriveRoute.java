package dev.edaworkshop.cli.control;

import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.playground.Receipt;
import dev.edaworkshop.cli.playground.Sender;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;

/** Has SQS move the messages of a dead-letter queue back to the queues they came from: {@code {"queue": "arn:…"}}. */
final class RedriveRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        Account account = workplace.account();
        String queue = PageRoute.wanted(request).path("queue").asText();
        try (Sender sender =
                new Sender(account.context().endpoint(), account.context().region())) {
            switch (sender.moveBack(queue)) {
                case Receipt.Accepted task -> {
                    account.clock().drain(Duration.ZERO); // the task's first second, and what readers do with it
                    PageRoute.json(response, Json.object().put("task", task.eventId()));
                }
                case Receipt.Refused refused ->
                    throw new LabException("SQS does not move these messages.", refused.reason(), "");
            }
        }
    }
}
