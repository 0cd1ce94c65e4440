package dev.edaworkshop.cli.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step as {@code manifest.json} of its snapshot.
 *
 * {@snippet lang=json :
 * {"version": 1, "number": 7, "time": "2026-11-21T09:15:00Z", "kind": "RESET", "what": "reset 1.2", "of": 0, "before": [
 *   {"path": "lab1-pubsub/src/…", "kind": "FILE", "sha256": "…", "size": 1204, "mode": "rw-r--r--"}]}
 * }
 */
final class Manifest {
    static final String FILE = "manifest.json";

    private Manifest() {}

    static String write(Step step) {
        ObjectNode json = Json.object()
                .put("version", 1)
                .put("number", step.number())
                .put("time", step.time().toString())
                .put("kind", step.kind().name())
                .put("what", step.what())
                .put("of", step.of());
        var before = json.putArray("before");
        for (Entry entry : step.before()) {
            ObjectNode one = before.addObject()
                    .put("path", entry.path())
                    .put("kind", entry.kind().name());
            if (entry.kind() == Entry.Kind.FILE) {
                one.put("sha256", entry.sha256()).put("size", entry.size()).put("mode", entry.mode());
            }
            if (entry.kind() == Entry.Kind.LINK) {
                one.put("target", entry.target());
            }
        }
        return Json.print(json);
    }

    /** @return empty if the text is no manifest, or names a path outside of the project */
    static Optional<Step> read(String text, boolean rolledBack) {
        try {
            JsonNode json = Json.parse(text);
            List<Entry> before = new ArrayList<>();
            for (JsonNode entry : json.path("before")) {
                String path = entry.path("path").asText();
                if (!Inside.isPlain(path)) {
                    return Optional.empty();
                }
                before.add(new Entry(
                        path,
                        Entry.Kind.valueOf(entry.path("kind").asText()),
                        entry.path("sha256").asText(),
                        entry.path("size").asLong(),
                        entry.path("mode").asText(),
                        entry.path("target").asText()));
            }
            return Optional.of(new Step(
                    json.path("number").asInt(),
                    Instant.parse(json.path("time").asText()),
                    Step.Kind.valueOf(json.path("kind").asText()),
                    json.path("what").asText(),
                    json.path("of").asInt(),
                    before,
                    rolledBack));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
