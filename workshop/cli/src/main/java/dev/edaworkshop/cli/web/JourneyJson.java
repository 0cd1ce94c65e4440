package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.cli.events.StuckWords;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import java.util.List;

/**
 * Everything that happened to one event, with what it carried, and where it is stuck, if it is.
 *
 * {@snippet lang=json :
 * {"eventId": "…", "hops": [{"number": 7, "payload": "…", …}],
 *  "stuck": [{"station": "arn:…", "name": "queue Inventory", "state": "FILTERED", "words": "…", "advice": "…"}]}
 * }
 */
final class JourneyJson {
    private JourneyJson() {}

    /** Of the event whose id the request has as {@code id}. */
    static ObjectNode of(HttpRequest request, Account account) {
        String id = request.query().getOrDefault("id", "");
        Stations stations = new Stations(account);
        List<Hop> hops = account.journal().hops().stream()
                .filter(hop -> hop.eventId().equals(id))
                .toList();
        ObjectNode json = Json.object().put("eventId", id);
        ArrayNode array = json.putArray("hops");
        hops.forEach(hop -> array.add(Frames.hop(hop, stations)
                .put("payload", hop.payload())
                .put("fromArn", hop.from())
                .put("toArn", hop.to())));
        ArrayNode stuck = json.putArray("stuck");
        new WhyNot(hops).stuck(id).forEach(one -> stuck.addObject()
                .put("station", stations.of(one.arn()))
                .put("name", Names.of(one.arn()))
                .put("state", one.state().name())
                .put("trouble", one.state().isTrouble())
                .put("words", StuckWords.of(one))
                .put("advice", StuckWords.advice(one))
                .put("number", one.hop().number()));
        return json;
    }
}
