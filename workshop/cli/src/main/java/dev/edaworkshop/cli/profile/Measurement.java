package dev.edaworkshop.cli.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a variant is worth.
 *
 * @param firstAnswers from the event that finds no process to the answer, or of a primed process to its answer; one for each
 *     round, sorted
 * @param warm the median of the answers afterwards
 */
record Measurement(Variant variant, List<Duration> firstAnswers, Duration warm) {
    private static final int WARM_EVENTS = 60;
    /** The first ones are still being compiled. */
    private static final int WARMING_EVENTS = 30;

    Measurement {
        firstAnswers = firstAnswers.stream().sorted().toList();
    }

    /** Starts the function several times. */
    static Measurement of(Variant variant, Subject subject, int rounds) {
        // The first start of all looks different: it fills caches, and records what the archive is made of.
        subject.cool(variant.memoryMegabytes());
        subject.handle();
        List<Duration> first = new ArrayList<>();
        List<Duration> warm = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            subject.cool(variant.memoryMegabytes());
            Duration took = subject.handle();
            first.add(variant.primed() ? subject.handle() : took);
            for (int i = 0; i < WARM_EVENTS; i++) {
                Duration one = subject.handle();
                if (i >= WARMING_EVENTS) {
                    warm.add(one);
                }
            }
        }
        return new Measurement(variant, first, median(warm));
    }

    Duration median() {
        return median(firstAnswers);
    }

    Duration longest() {
        return firstAnswers.getLast();
    }

    /** Of an even number, half-way between the two in the middle. */
    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        int size = sorted.size();
        return sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(2);
    }
}
