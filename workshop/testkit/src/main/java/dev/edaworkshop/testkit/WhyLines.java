package dev.edaworkshop.testkit;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot;
import dev.edaworkshop.localcloud.journal.WhyNot.State;
import dev.edaworkshop.localcloud.journal.WhyNot.Stuck;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a journal says about events that did not arrive, in few words for a red check. */
final class WhyLines {
    private static final int MOST = 2;
    /** What explains itself by the lab's configuration; a function that fails has a check of its own to say so. */
    private static final Set<State> TELLING = Set.of(State.FILTERED, State.DENIED);

    private static final Set<State> TELLING_WITHOUT_FILTERS = Set.of(State.DENIED);
    private static final Set<Hop.Kind> ARRIVALS = Set.of(Hop.Kind.PUBLISHED, Hop.Kind.DELIVERED);

    private WhyLines() {}

    /**
     * The lines to add.
     *
     * @param red what it says already is not said again
     * @return empty if the journal knows nothing that helps
     */
    static List<String> of(List<Hop> journal, Red red) {
        Set<State> telling = red.filtersJudged() ? TELLING_WITHOUT_FILTERS : TELLING;
        WhyNot whyNot = new WhyNot(journal);
        return Stream.concat(
                        whyNot.deniedCalls().stream().filter(denied -> !isByTheCheck(denied)),
                        whyNot.events("").stream().flatMap(event -> whyNot.stuck(event).stream()))
                .filter(stuck -> telling.contains(stuck.state()))
                .filter(stuck -> stuck.state() != State.FILTERED || isClosed(stuck, journal))
                .filter(stuck -> !stuck.reason().isEmpty() && !red.observed().contains(stuck.reason()))
                .map(WhyLines::line)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A check that acts as a function wants to be denied. */
    private static boolean isByTheCheck(Stuck denied) {
        return denied.hop().from().endsWith("/" + DeployedLab.CHECKS_SESSION);
    }

    /** A filter that lets other events through does its work: it would only distract. */
    private static boolean isClosed(Stuck stuck, List<Hop> journal) {
        Hop one = stuck.hop();
        long filtered = events(
                journal,
                hop -> hop.kind() == Hop.Kind.FILTERED
                        && hop.from().equals(one.from())
                        && hop.to().equals(one.to()));
        long came =
                events(journal, hop -> ARRIVALS.contains(hop.kind()) && hop.to().equals(one.from()));
        return filtered >= came;
    }

    private static long events(List<Hop> journal, Predicate<Hop> which) {
        return journal.stream().filter(which).map(Hop::eventId).distinct().count();
    }

    private static String line(Stuck stuck) {
        String name = stuck.arn().substring(stuck.arn().lastIndexOf(':') + 1);
        return name.isEmpty()
                ? "Why: %s, %s".formatted(stuck.state().words(), stuck.reason())
                : "Why: at %s it was %s, %s".formatted(name, stuck.state().words(), stuck.reason());
    }
}
