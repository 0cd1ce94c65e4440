package dev.edaworkshop.cli.bench;

import dev.edaworkshop.testkit.run.Phase;
import dev.edaworkshop.testkit.run.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rounds of one kind. */
final class Series {
    private final String what;
    private final List<Duration> waits = new ArrayList<>();
    private final List<Timings> timings = new ArrayList<>();

    /** @param what an attendee did, and waits for: {@code handler change → verdict} */
    Series(String what) {
        this.what = what;
    }

    void add(Duration waited, Timings went) {
        waits.add(waited);
        timings.add(went);
    }

    String what() {
        return what;
    }

    int rounds() {
        return waits.size();
    }

    Duration median() {
        return median(waits);
    }

    Duration longest() {
        return waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The median of each phase; phases that took no time in most rounds are left out. */
    Timings phases() {
        Map<Phase, Duration> medians = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            medians.put(
                    phase, median(timings.stream().map(went -> went.took(phase)).toList()));
        }
        return new Timings(medians);
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }
}
