package dev.edaworkshop.localcloud.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Patterns and events from a small vocabulary, so that they meet often; the same for the same seed. */
final class RandomPatterns {
    private static final List<String> NAMES = List.of("a", "b", "c", "a.b");
    private static final List<String> TEXTS =
            List.of("", "toy", "TOY", "toys", "Toy-1", "1", "150", "10.0.0.1", "10.0.0.200", "::1", "null", "true");
    private static final List<String> NUMBERS = List.of("1", "1.0", "150", "-3.5", "1.5e2", "0", "6000000000");
    private static final List<String> OTHERS = List.of("true", "false", "null");

    private final Random random;
    private boolean wildcards;

    RandomPatterns(long seed) {
        random = new Random(seed);
    }

    /** @param nested false for patterns and events of attributes */
    String pattern(boolean nested, boolean snsOnly) {
        // The engine errs when affixes in any case meet wildcards or alternatives, see WhyNotTest.
        wildcards = random.nextBoolean();
        return object(nested ? 2 : 0, snsOnly, snsOnly || wildcards);
    }

    String event(int depth) {
        return names(3).map(name -> "\"%s\": %s".formatted(name, value(depth)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    String value(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 7);
        return switch (kind) {
            case 0, 1, 2 -> text();
            case 3, 4 -> pick(NUMBERS);
            case 5 -> pick(OTHERS);
            case 6 -> array(depth);
            default -> event(depth - 1);
        };
    }

    String array(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> value(depth - 1))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    String pickText() {
        return pick(TEXTS);
    }

    String pickNumber() {
        return pick(NUMBERS);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String object(int depth, boolean snsOnly, boolean mayBranch) {
        List<String> fields = new ArrayList<>(names(2).map(name -> "\"%s\": %s"
                        .formatted(
                                name,
                                depth > 0 && random.nextInt(3) == 0
                                        ? object(depth - 1, snsOnly, mayBranch)
                                        : conditions(snsOnly)))
                .toList());
        if (mayBranch && random.nextInt(4) == 0) {
            fields.add(random.nextInt(fields.size() + 1), or(depth, snsOnly));
        }
        if (fields.isEmpty()) {
            fields.add("\"a\": " + conditions(snsOnly));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private String or(int depth, boolean snsOnly) {
        return "\"$or\": [%s, %s]".formatted(object(depth, snsOnly, false), object(depth, snsOnly, false));
    }

    private String conditions(boolean snsOnly) {
        return IntStream.rangeClosed(0, random.nextInt(3) / 2)
                .mapToObj(i -> condition(snsOnly))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String condition(boolean snsOnly) {
        return switch (random.nextInt(snsOnly ? 12 : 16)) {
            case 0, 1 -> text();
            case 2 -> pick(NUMBERS);
            case 3 -> pick(OTHERS);
            case 4 -> "{\"prefix\": %s}".formatted(text());
            case 5 -> "{\"suffix\": %s}".formatted(text());
            case 6 -> "{\"equals-ignore-case\": %s}".formatted(text());
            case 7 -> "{\"exists\": %s}".formatted(random.nextBoolean());
            case 8 -> numeric();
            case 9 -> "{\"cidr\": \"%s\"}".formatted(pick(List.of("10.0.0.0/25", "10.0.0.0/24", "::/64")));
            case 10 -> "{\"anything-but\": %s}".formatted(literals());
            case 11 -> "{\"anything-but\": {\"prefix\": \"%s\"}}".formatted(pick(List.of("t", "T", "1")));
            case 12, 13 ->
                "{\"anything-but\": {\"%s\": [\"toy\", \"1\"]}}"
                        .formatted(pick(List.of("prefix", "suffix", "equals-ignore-case")));
            case 14 -> wildcards ? wildcard() : ignoringCase();
            default -> wildcards ? "{\"anything-but\": {\"wildcard\": [\"*o*\", \"1*\"]}}" : ignoringCase();
        };
    }

    private String wildcard() {
        return "{\"wildcard\": \"%s\"}".formatted(pick(List.of("t*y", "*", "", "T*-1", "*o*", "toy")));
    }

    private String ignoringCase() {
        return "{\"%s\": {\"equals-ignore-case\": \"tOy\"}}".formatted(random.nextBoolean() ? "prefix" : "suffix");
    }

    private String numeric() {
        String one = pick(List.of("=", "<", "<=", ">", ">="));
        return random.nextInt(3) == 0
                ? "{\"numeric\": [\">\", -4, \"<=\", %s]}".formatted(pick(List.of("1", "150", "0")))
                : "{\"numeric\": [\"%s\", %s]}".formatted(one, pick(NUMBERS));
    }

    private String literals() {
        return switch (random.nextInt(3)) {
            case 0 -> text();
            case 1 -> "[%s, %s]".formatted(pick(NUMBERS), pick(NUMBERS));
            default -> "[%s, %s]".formatted(text(), text());
        };
    }

    private Stream<String> names(int most) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.subList(0, random.nextInt(most + 1)).stream();
    }

    private String text() {
        return "\"" + pick(TEXTS) + "\"";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
