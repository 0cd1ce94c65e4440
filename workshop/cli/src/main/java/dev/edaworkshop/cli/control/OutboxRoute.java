package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.outbox.Outbox;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;

/** Tells the e-mails and text messages that would have been sent, newest first. */
final class OutboxRoute implements PageRoute {
    private static final int MOST = 200;

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        Outbox outbox = workplace.account().outbox();
        ObjectNode answer = Json.object().put("dropped", outbox.dropped());
        ArrayNode messages = answer.putArray("messages");
        outbox.messages().reversed().stream().limit(MOST).forEach(message -> messages.addObject()
                .put("time", message.time().toString())
                .put("kind", message.kind().name())
                .put("to", message.to())
                .put("subject", message.subject())
                .put("body", message.body())
                .put("from", Names.of(message.sourceArn()))
                .put("eventId", message.eventId()));
        PageRoute.json(response, answer);
    }
}
