package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An event on its way through a bus: parsed once, written once, whatever matches it and wherever it goes.
 *
 * {@snippet lang=json :
 * {"version": "0", "id": "…", "detail-type": "OrderPlaced", "source": "shop.orders", "account": "000000000000",
 *  "time": "2026-11-20T09:15:00Z", "region": "us-east-1", "resources": [], "detail": {"orderId": "42"}}
 * }
 *
 * @param tree the whole event; nobody changes it
 * @param json the same as text, without spaces
 * @param ingested when the bus got it
 * @param forwarded whether another bus passed it on; a bus does not pass it on once more
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">Event structure</a>
 */
record BusEvent(String id, ObjectNode tree, String json, Instant ingested, boolean forwarded) {
    private static final String REPLAY_NAME = "replay-name";

    /** @param time cut to seconds, as AWS does */
    static BusEvent of(
            Origin origin,
            String id,
            String source,
            String detailType,
            Instant time,
            List<String> resources,
            ObjectNode detail) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("version", "0");
        tree.put("id", id);
        tree.put("detail-type", detailType);
        tree.put("source", source);
        tree.put("account", origin.accountId());
        tree.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
        tree.put("region", origin.region());
        var list = tree.putArray("resources");
        resources.forEach(list::add);
        tree.set("detail", detail);
        return of(id, tree, origin.now(), false);
    }

    static BusEvent of(String id, ObjectNode tree, Instant ingested, boolean forwarded) {
        return new BusEvent(id, tree, EventJson.write(tree), ingested, forwarded);
    }

    /** An event that was written by {@link #json}. */
    static BusEvent read(String json, Instant ingested) {
        ObjectNode tree = EventJson.object(json).orElseThrow();
        return new BusEvent(tree.path("id").asText(), tree, json, ingested, false);
    }

    String source() {
        return tree.path("source").asText();
    }

    /** Its {@code time}; empty if it is none, which only another bus or service can bring about. */
    Optional<Instant> time() {
        try {
            return Optional.of(Instant.parse(tree.path("time").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same event as a replay sends it: it says so between {@code region} and {@code resources}. */
    BusEvent replayedBy(String replayName, Instant now) {
        ObjectNode replayed = JsonNodeFactory.instance.objectNode();
        for (var member : tree.properties()) {
            if (member.getKey().equals("resources")) {
                replayed.put(REPLAY_NAME, replayName);
            }
            replayed.set(member.getKey(), member.getValue());
        }
        return of(id, replayed, now, false);
    }

    /** The event without its detail, under the spelling that input transformers get. */
    JsonNode withoutDetail() {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (var member : tree.properties()) {
            switch (member.getKey()) {
                case "detail" -> {}
                case "detail-type" -> rest.set("detailType", member.getValue());
                default -> rest.set(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    /** Where and when events arise. */
    record Origin(String accountId, String region, Instant now) {}
}
