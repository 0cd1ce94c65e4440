package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.localcloud.sqs.Queues;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;

/** Tells the queues: how many messages each has, where it puts aside what fails, and whose dead letters it holds. */
final class QueuesRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        ArrayNode answer = Json.array();
        Queues queues = workplace.account().queues();
        for (Queue queue : queues.all()) {
            ObjectNode one = answer.addObject()
                    .put("arn", queue.arn())
                    .put("name", Names.plain(queue.name()))
                    .put("fullName", queue.name())
                    .put("visible", queue.visibleCount())
                    .put("inFlight", queue.inFlightCount())
                    .put("delayed", queue.delayedCount())
                    .put("read", queue.hasConsumer())
                    .put(
                            "deadLetterQueue",
                            queue.deadLetterQueueArn().map(Names::of).orElse(""));
            ArrayNode sources = one.putArray("deadLettersOf");
            queues.deadLetterSources(queue).forEach(source -> sources.add(Names.plain(source.name())));
        }
        PageRoute.json(response, answer);
    }
}
