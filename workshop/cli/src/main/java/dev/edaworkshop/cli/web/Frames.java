package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of what a page is told. */
final class Frames {
    /** Nobody can follow more of them in a tenth of a second with the eyes. */
    private static final int MAX_HOPS = 120;

    /** Of one kind on one way. */
    private static final int MAX_ALIKE = 8;

    private Frames() {}

    /** Adds the hops, or a choice of them; {@code omitted} says how many are left out. */
    static void addHops(ObjectNode frame, List<Hop> hops, long after, Stations stations) {
        List<Hop> shown = choose(hops);
        long happened = hops.getLast().number() - after;
        ArrayNode array = frame.putArray("hops");
        shown.forEach(hop -> array.add(hop(hop, stations)));
        frame.put("omitted", happened - shown.size());
    }

    static void addCounts(ObjectNode frame, List<Map.Entry<Counts.Way, Long>> counts) {
        if (counts.isEmpty()) {
            return;
        }
        ArrayNode array = frame.putArray("counts");
        counts.forEach(count -> array.addArray()
                .add(count.getKey().from())
                .add(count.getKey().to())
                .add(count.getKey().what())
                .add(count.getValue()));
    }

    /** Without what it carried: a page asks for that when somebody wants to see it. */
    static ObjectNode hop(Hop hop, Stations stations) {
        return Json.object()
                .put("number", hop.number())
                .put("time", hop.time().toString())
                .put("kind", hop.kind().name())
                .put("outcome", Outcome.of(hop).inWords())
                .put("from", stations.of(hop.from()))
                .put("to", stations.of(hop.to()))
                .put("fromName", Names.of(hop.from()))
                .put("toName", Names.of(hop.to()))
                .put("eventId", hop.eventId())
                .put("attempt", hop.attempt())
                .put("reason", hop.reason());
    }

    /** In their order: the first few of each kind on each way. */
    private static List<Hop> choose(List<Hop> hops) {
        if (hops.size() <= MAX_HOPS) {
            return hops;
        }
        Map<Counts.Way, Integer> alike = new HashMap<>();
        List<Hop> chosen = new ArrayList<>();
        for (Hop hop : hops) {
            int number =
                    alike.merge(new Counts.Way(hop.from(), hop.to(), hop.kind().name()), 1, Integer::sum);
            if (number <= MAX_ALIKE && chosen.size() < MAX_HOPS) {
                chosen.add(hop);
            }
        }
        return chosen;
    }
}
