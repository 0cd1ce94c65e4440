package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.testkit.run.Phase;
import dev.edaworkshop.testkit.run.Timings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time went, as JSON, in milliseconds.
 *
 * {@snippet lang=json :
 * {"compile": 80, "synth": 140, "deploy": 30}
 * }
 */
public final class TimingsJson {
    private TimingsJson() {}

    public static ObjectNode write(Timings timings) {
        ObjectNode json = Json.object();
        timings.phases().forEach((phase, took) -> json.put(name(phase), took.toNanos() / 1e6));
        return json;
    }

    static Timings read(JsonNode json) {
        Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, Duration.ofNanos((long) (json.path(name(phase)).asDouble() * 1_000_000)));
        }
        return new Timings(phases);
    }

    /** {@code functionStart}, for instance. */
    private static String name(Phase phase) {
        String[] words = phase.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return name.toString();
    }
}
