package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Tells the events that were published lately, newest first, as they were published: to send one of them again. */
final class PublishedRoute implements PageRoute {
    private static final int MOST = 100;

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        ArrayNode events = Json.array();
        List<Hop> hops = workplace.account().journal().hops().reversed();
        hops.stream()
                .filter(hop -> hop.kind() == Hop.Kind.PUBLISHED)
                .limit(MOST)
                .forEach(hop -> events.addObject()
                        .put("id", hop.eventId())
                        .put("time", hop.time().toString())
                        .put("to", hop.to())
                        .put("toName", Names.of(hop.to()))
                        .put("fromName", Names.of(hop.from()))
                        .put("body", hop.payload())
                        .put("attributes", hop.attributes()));
        PageRoute.json(response, events);
    }
}
