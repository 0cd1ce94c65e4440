package dev.edaworkshop.localcloud.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Compares an event with a pattern to say what keeps it from matching. The engine decides whether it matches; this
 * follows the same rules in a way that can tell why.
 */
final class Explainer {
    private static final int MAX_STEPS = 10_000;

    private final List<SequencedMap<String, List<Condition>>> branches;

    Explainer(String pattern) {
        branches = PatternReader.branches(pattern);
    }

    /** Empty if the event matches. */
    Optional<Mismatch> explain(String event) {
        FlatEvent flat = FlatEvent.of(event);
        List<SequencedMap<String, List<Condition>>> nearestFirst = branches.stream()
                .sorted(Comparator.comparingLong(branch -> failures(branch, flat)))
                .toList();
        for (var branch : nearestFirst) {
            if (failures(branch, flat) == 0 && together(branch, flat)) {
                return Optional.empty();
            }
        }
        Mismatch nearest = mismatch(nearestFirst.getFirst(), flat);
        return Optional.of(
                branches.size() == 1
                        ? nearest
                        : nearest.inSentence("none of the %d alternatives of $or matches; in the nearest %s"
                                .formatted(branches.size(), nearest)));
    }

    private static long failures(Map<String, List<Condition>> branch, FlatEvent event) {
        return branch.entrySet().stream()
                .filter(entry -> !holds(entry.getValue(), event.at(entry.getKey())))
                .count();
    }

    private static boolean holds(List<Condition> accepted, List<EventField> fields) {
        return fields.isEmpty()
                ? acceptsAbsence(accepted)
                : fields.stream().anyMatch(field -> accepted.stream().anyMatch(condition -> condition.matches(field)));
    }

    private static boolean acceptsAbsence(List<Condition> accepted) {
        return accepted.contains(new Condition.Exists(false));
    }

    private static Mismatch mismatch(SequencedMap<String, List<Condition>> branch, FlatEvent event) {
        for (Map.Entry<String, List<Condition>> entry : branch.entrySet()) {
            if (!holds(entry.getValue(), event.at(entry.getKey()))) {
                return FieldMiss.of(entry.getKey(), entry.getValue(), event);
            }
        }
        String paths = branch.keySet().stream()
                .filter(path -> event.at(path).stream()
                        .anyMatch(field -> !field.elements().isEmpty()))
                .map(path -> "`" + path + "`")
                .collect(Collectors.joining(" and "));
        return Mismatch.ofWhole("%s match one by one, but not in the same element of the array".formatted(paths));
    }

    /** Whether values can be found that match and stem from the same elements of all arrays. */
    private static boolean together(SequencedMap<String, List<Condition>> branch, FlatEvent event) {
        List<List<EventField>> choices = new ArrayList<>();
        branch.forEach((path, accepted) -> {
            if (!event.at(path).isEmpty()) {
                choices.add(event.at(path).stream()
                        .filter(field -> accepted.stream().anyMatch(condition -> condition.matches(field)))
                        .toList());
            }
        });
        return choose(choices, new ArrayList<>(), new int[] {MAX_STEPS});
    }

    private static boolean choose(List<List<EventField>> choices, List<EventField> chosen, int[] stepsLeft) {
        if (chosen.size() == choices.size()) {
            return true;
        }
        for (EventField field : choices.get(chosen.size())) {
            if (stepsLeft[0]-- < 0) {
                return false;
            }
            if (chosen.stream().allMatch(field::goesWith)) {
                chosen.add(field);
                if (choose(choices, chosen, stepsLeft)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }
}
