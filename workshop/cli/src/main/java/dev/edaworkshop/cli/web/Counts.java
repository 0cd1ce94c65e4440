package dev.edaworkshop.cli.web;

import dev.edaworkshop.localcloud.journal.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts every hop by the way it took and by what it was; the object's monitor guards it.
 *
 * <p>The page shows what it can of single hops and these numbers of all, so that it need not see each one: they are
 * totals, so telling them twice does no harm.
 */
final class Counts implements Consumer<Hop> {
    /** More than any stack has; what comes on top is counted as one. */
    private static final int MAX_WAYS = 4000;

    private static final Way FURTHER = new Way("further", "further", "PUBLISHED");

    private final Stations stations;
    private final Map<Way, Long> totals = new LinkedHashMap<>();
    private final Map<String, RecentEvents> matched = new HashMap<>();
    private long last;

    Counts(Stations stations) {
        this.stations = stations;
    }

    /**
     * A way and what happened on it.
     *
     * @param to empty if it happened at the first station
     * @param what kind of hop; {@code THROTTLED} for what did not pass for being too much at a time
     */
    record Way(String from, String to, String what) {}

    /**
     * How often it happened so far.
     *
     * @param last the number of the newest hop that is counted
     */
    record Totals(long last, Map<Way, Long> ways) {}

    @Override
    public synchronized void accept(Hop hop) {
        last = hop.number();
        String what =
                Outcome.of(hop) == Outcome.THROTTLED ? "THROTTLED" : hop.kind().name();
        count(new Way(stations.of(hop.from()), stations.of(hop.to()), what));
        ruleMatched(hop);
    }

    synchronized Totals totals() {
        return new Totals(last, new LinkedHashMap<>(totals));
    }

    /** The ways whose totals differ. */
    static List<Map.Entry<Way, Long>> changes(Totals before, Totals after) {
        List<Map.Entry<Way, Long>> changes = new ArrayList<>();
        if (before.last() != after.last()) {
            after.ways().entrySet().stream()
                    .filter(way -> !way.getValue().equals(before.ways().get(way.getKey())))
                    .forEach(changes::add);
        }
        return changes;
    }

    /** No hop says that a rule matched; that the rule hands the event on does, once however many targets it has. */
    private void ruleMatched(Hop hop) {
        String rule = hop.from();
        if (!rule.startsWith("arn:aws:events:")
                || !rule.contains(":rule/")
                || hop.eventId().isEmpty()) {
            return;
        }
        if (matched.computeIfAbsent(rule, arn -> new RecentEvents()).isNew(hop.eventId())) {
            count(new Way(busOf(rule), rule, Hop.Kind.DELIVERED.name()));
        }
    }

    private void count(Way way) {
        totals.merge(totals.size() < MAX_WAYS || totals.containsKey(way) ? way : FURTHER, 1L, Long::sum);
    }

    /** {@code …:rule/bus/name}, or {@code …:rule/name} on the default bus. */
    private static String busOf(String rule) {
        int start = rule.indexOf(":rule/");
        String[] path = rule.substring(start + ":rule/".length()).split("/", 2);
        return rule.substring(0, start) + ":event-bus/" + (path.length == 2 ? path[0] : "default");
    }

    /** Which events a rule has handed on lately; a retry comes back to one of them. */
    private static final class RecentEvents {
        private static final int MAX = 10_000;

        private final Map<String, Boolean> ids = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MAX;
            }
        };

        boolean isNew(String id) {
            return ids.put(id, true) == null;
        }
    }
}
