package dev.edaworkshop.localcloud.patterns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for one field that no condition accepts: the nearest miss, or what was wanted and what was found. */
final class FieldMiss {
    private static final int SHOWN_WANTED = 4;
    private static final int SHOWN_FOUND = 3;

    private FieldMiss() {}

    static Mismatch of(String path, List<Condition> accepted, FlatEvent event) {
        List<EventField> fields = event.at(path);
        return fields.isEmpty() ? absent(path, accepted, event) : present(path, accepted, fields);
    }

    private static Mismatch present(String path, List<Condition> accepted, List<EventField> fields) {
        String wanted = wanted(accepted);
        String found = found(fields);
        String clause = nearMiss(accepted, fields)
                .orElseGet(() -> fields.size() == 1
                        ? "is %s; wanted is %s".formatted(found, wanted)
                        : "has the values %s; wanted is %s".formatted(found, wanted));
        return new Mismatch(path, wanted, Optional.of(found), Optional.empty(), "`%s` %s".formatted(path, clause));
    }

    private static Optional<String> nearMiss(List<Condition> accepted, List<EventField> fields) {
        if (fields.size() > 1 && accepted.stream().allMatch(Condition.AnythingBut.class::isInstance)) {
            return Optional.of("has only values that anything-but excludes: " + found(fields));
        }
        return accepted.stream()
                .flatMap(condition -> fields.stream().flatMap(field -> condition.nearMiss(field).stream()))
                .findFirst();
    }

    private static Mismatch absent(String path, List<Condition> accepted, FlatEvent event) {
        Optional<String> container = event.containerAt(path);
        if (container.isPresent()) {
            String kind = container.get();
            String why =
                    kind.equals("an empty array") ? "which counts as absent" : "and a pattern looks at its fields only";
            return new Mismatch(
                    path,
                    wanted(accepted),
                    container,
                    Optional.empty(),
                    "`%s` is %s, %s; wanted is %s".formatted(path, kind, why, wanted(accepted)));
        }
        Optional<String> parent = textAbove(path, event);
        if (parent.isPresent()) {
            return new Mismatch(
                    path,
                    wanted(accepted),
                    Optional.empty(),
                    Optional.empty(),
                    "`%s` is absent: `%s` is a value, not an object".formatted(path, parent.get()));
        }
        Optional<String> suggestion = NearestPath.of(path, event.paths());
        String sentence = "`%s` is absent".formatted(path)
                + suggestion.map("; did you mean `%s`?"::formatted).orElse(hint(accepted));
        return new Mismatch(path, wanted(accepted), Optional.empty(), suggestion, sentence);
    }

    private static String hint(List<Condition> accepted) {
        return accepted.stream().anyMatch(Condition.AnythingBut.class::isInstance)
                ? ": what is absent does not match, not even with anything-but"
                : "; wanted is " + wanted(accepted);
    }

    private static Optional<String> textAbove(String path, FlatEvent event) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String parent = path.substring(0, dot);
            if (!event.at(parent).isEmpty()) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    private static String wanted(List<Condition> accepted) {
        return listed(accepted.stream().map(Condition::wanted).toList(), SHOWN_WANTED, " or ");
    }

    private static String found(List<EventField> fields) {
        return listed(fields.stream().map(EventField::shown).toList(), SHOWN_FOUND, ", ");
    }

    private static String listed(List<String> words, int most, String separator) {
        String shown = words.stream().limit(most).collect(Collectors.joining(separator));
        return words.size() <= most ? shown : shown + " … (%d in all)".formatted(words.size());
    }
}
