package dev.edaworkshop.cli.compare;

import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Two journals of the same stimuli, compared station by station: who got how many, and where they part. */
public final class EventsDiff {
    private static final Pattern CHANCE = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final int LONGEST_PAYLOAD = 100;

    /** How many events a station got in each. */
    public record Station(String name, String verb, int mine, int solution) {
        public boolean isSame() {
            return mine == solution;
        }
    }

    private final List<Hop> mine;
    private final List<Hop> solution;

    public EventsDiff(List<Hop> mine, List<Hop> solution) {
        this.mine = List.copyOf(mine);
        this.solution = List.copyOf(solution);
    }

    /** Every station of both, sorted by what happened there and by name. */
    public List<Station> stations() {
        Map<String, Integer> left = counts(mine);
        Map<String, Integer> right = counts(solution);
        Set<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        List<Station> stations = new ArrayList<>();
        for (String key : all) {
            String[] verbAndName = key.split("\t", 2);
            stations.add(new Station(
                    verbAndName[1],
                    verbAndName[0].substring(2),
                    left.getOrDefault(key, 0),
                    right.getOrDefault(key, 0)));
        }
        return stations;
    }

    /** The first event that fared differently, in words; empty if all fared the same. */
    public Optional<String> firstDifference() {
        List<Journey> left = journeys(mine);
        List<Journey> right = journeys(solution);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i >= left.size()) {
                return Optional.of("Event %d of the solution, %s, is not published by yours."
                        .formatted(i + 1, right.get(i).what()));
            }
            if (i >= right.size()) {
                return Optional.of("Event %d of yours, %s, is not published by the solution."
                        .formatted(i + 1, left.get(i).what()));
            }
            Optional<String> difference = difference(i + 1, left.get(i), right.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(int number, Journey mine, Journey solution) {
        if (!mine.what().equals(solution.what())) {
            return Optional.of(
                    "Event %d: yours publishes %s%nthe solution publishes %s"
                            .formatted(number, mine.what(), solution.what()));
        }
        if (mine.stations().equals(solution.stations())) {
            return Optional.empty();
        }
        Map<String, Integer> missing = new TreeMap<>(solution.stations());
        missing.entrySet().removeAll(mine.stations().entrySet());
        Map<String, Integer> more = new TreeMap<>(mine.stations());
        more.entrySet().removeAll(solution.stations().entrySet());
        List<String> parts = new ArrayList<>();
        missing.forEach((station, times) -> parts.add("in the solution %s, in yours %s"
                .formatted(times(station, times), often(mine.stations().getOrDefault(station, 0)))));
        more.forEach((station, times) -> {
            if (!missing.containsKey(station)) {
                parts.add("in yours %s, in the solution never".formatted(times(station, times)));
            }
        });
        return Optional.of("Event %d, %s: %s.".formatted(number, mine.what(), String.join("; ", parts)));
    }

    private static String times(String station, int times) {
        return times == 1 ? station + " once" : "%s %d times".formatted(station, times);
    }

    private static String often(int times) {
        return times == 0 ? "never" : times == 1 ? "once" : times + " times";
    }

    /** What became of one event. */
    private record Journey(String what, Map<String, Integer> stations) {}

    private static List<Journey> journeys(List<Hop> journal) {
        Map<String, Journey> byEvent = new LinkedHashMap<>();
        for (Hop hop : journal) {
            if (hop.kind() == Hop.Kind.PUBLISHED && !hop.eventId().isEmpty()) {
                byEvent.putIfAbsent(
                        hop.eventId(),
                        new Journey("%s to %s".formatted(payload(hop), Names.of(hop.to())), new TreeMap<>()));
            }
        }
        for (Hop hop : journal) {
            Journey journey = byEvent.get(hop.eventId());
            if (journey != null) {
                step(hop).ifPresent(step -> journey.stations().merge(step.substring(2).replace('\t', ' '), 1, Integer::sum));
            }
        }
        return List.copyOf(byEvent.values());
    }

    private static Map<String, Integer> counts(List<Hop> journal) {
        Map<String, Integer> counts = new TreeMap<>();
        journal.forEach(hop -> step(hop).ifPresent(step -> counts.merge(step, 1, Integer::sum)));
        return counts;
    }

    /** What happened where, the digit for the order; empty for what depends on chance, such as when somebody polls. */
    private static Optional<String> step(Hop hop) {
        return switch (hop.kind()) {
            case PUBLISHED -> Optional.of("1 published to\t" + Names.of(hop.to()));
            case FILTERED -> Optional.of("2 filtered out for\t" + Names.of(hop.to()));
            case DELIVERED -> Optional.of("3 delivered to\t" + Names.of(hop.to()));
            case RETURNED -> Optional.of("4 handled by\t" + Names.of(hop.from()));
            case THREW -> Optional.of("5 failed in\t" + Names.of(hop.from()));
            case DEAD_LETTERED -> Optional.of("6 dead-lettered in\t" + Names.of(hop.to()));
            case UNROUTED -> Optional.of("7 with nobody to hear it at\t" + Names.of(hop.from()));
            case LOST -> Optional.of("8 lost on the way to\t" + Names.of(hop.to()));
            case DENIED, REFUSED -> Optional.of("9 refused by\t" + Names.of(hop.to()));
            case API_CALL -> Optional.of("a called (" + hop.reason() + ") in\t" + Names.of(hop.to()));
            case ANSWERED -> Optional.of("b answered (" + hop.reason() + ") by\t" + Names.of(hop.from()));
            case DEDUPLICATED -> Optional.of("c taken for a repetition by\t" + Names.of(hop.to()));
            case RETRY_SCHEDULED, RECEIVED, DELETED, VISIBLE_AGAIN, REDRIVEN, INVOKED, REQUESTED -> Optional.empty();
        };
    }

    private static String payload(Hop hop) {
        String text = CHANCE.matcher(hop.payload().replaceAll("\\s+", " ")).replaceAll("…");
        return text.length() <= LONGEST_PAYLOAD ? text : text.substring(0, LONGEST_PAYLOAD) + "…";
    }
}
