package dev.edaworkshop.cli.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.journal.Explanation;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;

/**
 * A hop as one line of JSON, for programs and for the way between two {@code ./lab} commands.
 *
 * {@snippet lang=json :
 * {"number": 7, "time": "2026-11-20T09:15:00.123Z", "kind": "DELIVERED", "from": "arn:…", "to": "arn:…", "eventId": "…",
 *  "attempt": 0, "reason": "", "payload": "…", "attributes": "{…}"}
 * }
 */
public final class HopJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HopJson() {}

    public static String write(Hop hop) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", hop.number())
                .put("time", hop.time().toString())
                .put("kind", hop.kind().name())
                .put("from", hop.from())
                .put("to", hop.to())
                .put("eventId", hop.eventId())
                .put("attempt", hop.attempt())
                .put("reason", hop.reason())
                .put("payload", hop.payload());
        if (!hop.attributes().isEmpty()) {
            json.put("attributes", hop.attributes());
        }
        return json.toString();
    }

    /** @throws IllegalArgumentException if the line is no hop */
    public static Hop read(String line) {
        try {
            JsonNode hop = JSON.readTree(line);
            return new Hop(
                    hop.path("number").asLong(),
                    Instant.parse(hop.path("time").asText()),
                    Hop.Kind.valueOf(hop.path("kind").asText()),
                    hop.path("from").asText(),
                    hop.path("to").asText(),
                    hop.path("eventId").asText(),
                    hop.path("attempt").asInt(),
                    Explanation.of(hop.path("reason").asText()),
                    hop.path("payload").asText(),
                    hop.path("attributes").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a hop: " + line, e);
        }
    }
}
