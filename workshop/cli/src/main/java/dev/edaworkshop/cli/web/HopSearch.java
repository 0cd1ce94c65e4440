package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for hops in the journal, the newest first.
 *
 * @param text stands in the event's id, in what it carries or in the reason, whatever its case; so a correlation id is
 *     found, too
 * @param station the hop came from there or went there, as the picture has it; empty for any
 * @param other with {@code station}: at the other end of the hop
 * @param outcome one of {@link Outcome}'s, in lower case; empty for any
 * @param before only older ones than this number
 * @param limit 1 to 500
 */
record HopSearch(String text, String station, String other, String outcome, long before, int limit) {
    private static final int MAX = 500;

    static HopSearch of(HttpRequest request) {
        Map<String, String> query = request.query();
        return new HopSearch(
                query.getOrDefault("text", "").toLowerCase(Locale.ROOT),
                query.getOrDefault("station", ""),
                query.getOrDefault("other", ""),
                query.getOrDefault("outcome", ""),
                number(query.getOrDefault("before", ""), Long.MAX_VALUE),
                Math.clamp(number(query.getOrDefault("limit", ""), 200), 1, MAX));
    }

    /** {@code {"hops": [{…}], "more": true, "kept": 1234, "dropped": 0}}. */
    ObjectNode in(Account account) {
        Stations stations = new Stations(account);
        List<Hop> all = account.journal().hops();
        List<Hop> found = new ArrayList<>();
        for (Hop hop : all.reversed()) {
            if (found.size() <= limit && hop.number() < before && isMeant(hop, stations)) {
                found.add(hop);
            }
        }
        ObjectNode json = Json.object()
                .put("more", found.size() > limit)
                .put("kept", all.size())
                .put("dropped", account.journal().dropped());
        ArrayNode hops = json.putArray("hops");
        found.stream().limit(limit).forEach(hop -> hops.add(Frames.hop(hop, stations)));
        return json;
    }

    private boolean isMeant(Hop hop, Stations stations) {
        return (outcome.isEmpty() || Outcome.of(hop).inWords().equals(outcome))
                && (station.isEmpty() || isThere(hop, stations))
                && (text.isEmpty() || contains(hop.eventId()) || contains(hop.payload()) || contains(hop.reason()));
    }

    private boolean isThere(Hop hop, Stations stations) {
        String from = stations.of(hop.from());
        String to = stations.of(hop.to());
        return from.equals(station) && (other.isEmpty() || to.equals(other))
                || to.equals(station) && (other.isEmpty() || from.equals(other));
    }

    private boolean contains(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    private static long number(String value, long otherwise) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
    }
}
