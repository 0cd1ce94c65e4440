package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Looks at the messages of a queue, {@code ?queue=arn:…}, without receiving them: nobody notices. */
final class MessagesRoute implements PageRoute {
    private static final int MOST = 50;

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        Optional<Queue> queue =
                workplace.account().queues().find(request.query().getOrDefault("queue", ""));
        if (queue.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send("There is no such queue any more.");
            return;
        }
        List<PeekedMessage> messages = queue.get().peek(MOST);
        ObjectNode answer = Json.object()
                .put("visible", queue.get().visibleCount())
                .put("inFlight", queue.get().inFlightCount())
                .put("delayed", queue.get().delayedCount());
        ArrayNode array = answer.putArray("messages");
        messages.forEach(message -> add(message, array));
        PageRoute.json(response, answer);
    }

    private static void add(PeekedMessage message, ArrayNode array) {
        ObjectNode one = array.addObject()
                .put("id", message.messageId())
                .put("eventId", message.eventId())
                .put("body", message.body())
                .put("received", message.receiveCount())
                .put("sent", message.sentAt().toString())
                .put("cameFrom", message.deadLetterSourceArn().map(Names::of).orElse(""));
        ObjectNode attributes = one.putObject("attributes");
        message.attributes().forEach((name, attribute) -> attributes.put(name, attribute.value()));
    }
}
