package dev.edaworkshop.testkit.run;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the time of a round went.
 *
 * @param phases without those that took no time
 */
public record Timings(Map<Phase, Duration> phases) {
    public Timings {
        EnumMap<Phase, Duration> copy = new EnumMap<>(Phase.class);
        phases.forEach((phase, took) -> {
            if (took.isPositive()) {
                copy.put(phase, took);
            }
        });
        phases = Collections.unmodifiableMap(copy);
    }

    public static Timings none() {
        return new Timings(Map.of());
    }

    public static Timings of(Phase phase, Duration took) {
        return new Timings(Map.of(phase, took));
    }

    public Duration took(Phase phase) {
        return phases.getOrDefault(phase, Duration.ZERO);
    }

    public Duration total() {
        return phases.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    public Timings plus(Timings other) {
        EnumMap<Phase, Duration> sum = new EnumMap<>(Phase.class);
        sum.putAll(phases);
        other.phases.forEach((phase, took) -> sum.merge(phase, took, Duration::plus));
        return new Timings(sum);
    }
}
