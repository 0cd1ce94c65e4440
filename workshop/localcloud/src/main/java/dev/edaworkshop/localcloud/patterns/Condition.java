package dev.edaworkshop.localcloud.patterns;

import static dev.edaworkshop.localcloud.patterns.EventField.quoted;

import dev.edaworkshop.localcloud.patterns.EventField.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that a pattern accepts as a field's value; several in a list are alternatives. */
sealed interface Condition {
    boolean matches(EventField field);

    /** What it wants, to follow "wants": {@code "toys"}, {@code a number < 500}. */
    String wanted();

    /** A value that fails by little: what the difference is, as a clause about the field; empty if it fails by much. */
    default Optional<String> nearMiss(EventField field) {
        return Optional.empty();
    }

    /** A literal in the pattern. */
    record Exact(Type type, String text) implements Condition {
        @Override
        public boolean matches(EventField field) {
            if (field.type() != type) {
                return false;
            }
            if (type == Type.NUMBER) {
                Optional<Double> number = field.number();
                return field.text().equals(text) || (number.isPresent() && number.equals(EventField.number(text)));
            }
            return field.text().equals(text) || (type == Type.TEXT && IpRange.sameAddress(field.text(), text));
        }

        @Override
        public String wanted() {
            return new EventField("", type, text, Map.of()).shown();
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            if (field.type() != type) {
                return field.text().equals(text) || sameNumber(field)
                        ? Optional.of("is %s, which is %s; %s is %s"
                                .formatted(field.shown(), field.type().words(), wanted(), type.words()))
                        : Optional.empty();
            }
            if (type != Type.TEXT) {
                return Optional.empty();
            }
            if (field.text().equalsIgnoreCase(text)) {
                return Optional.of(
                        "is %s; matching is case-sensitive: wanted is %s".formatted(field.shown(), wanted()));
            }
            if (field.text().strip().equalsIgnoreCase(text.strip())) {
                return Optional.of("is %s; white space counts: wanted is %s".formatted(field.shown(), wanted()));
            }
            if (text.contains("*") && Glob.matches(text, field.text())) {
                return Optional.of("is %s; %s was compared literally".formatted(field.shown(), wanted()));
            }
            return Optional.empty();
        }

        private boolean sameNumber(EventField field) {
            Optional<Double> number = EventField.number(text);
            return number.isPresent() && number.equals(EventField.number(field.text()));
        }
    }

    /** {@code prefix} or {@code suffix}. */
    record Affix(boolean atEnd, String text, boolean ignoreCase) implements Condition {
        @Override
        public boolean matches(EventField field) {
            return field.isText() && has(field.text(), ignoreCase);
        }

        @Override
        public String wanted() {
            return "text that %s with %s".formatted(atEnd ? "ends" : "begins", quoted(text));
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            return field.isText() && has(field.text(), true)
                    ? Optional.of("is %s; matching is case-sensitive: wanted is %s".formatted(field.shown(), wanted()))
                    : field.isText() ? Optional.empty() : notText(field);
        }

        private boolean has(String value, boolean anyCase) {
            int from = atEnd ? value.length() - text.length() : 0;
            return from >= 0 && value.regionMatches(anyCase, from, text, 0, text.length());
        }

        private Optional<String> notText(EventField field) {
            return field.type() == Type.NULL
                    ? Optional.empty()
                    : Optional.of("is %s, which is %s; %s looks at text only"
                            .formatted(field.shown(), field.type().words(), atEnd ? "suffix" : "prefix"));
        }
    }

    /** {@code equals-ignore-case}. */
    record EqualsIgnoreCase(String text) implements Condition {
        @Override
        public boolean matches(EventField field) {
            return field.isText() && field.text().equalsIgnoreCase(text);
        }

        @Override
        public String wanted() {
            return quoted(text) + " in any case";
        }
    }

    /** {@code wildcard}. */
    record Wildcard(String glob) implements Condition {
        @Override
        public boolean matches(EventField field) {
            return field.isText() && Glob.matches(glob, field.text());
        }

        @Override
        public String wanted() {
            return "text like " + quoted(glob);
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            return field.isText()
                            && Glob.matches(
                                    glob.toLowerCase(Locale.ROOT), field.text().toLowerCase(Locale.ROOT))
                    ? Optional.of("is %s; matching is case-sensitive: wanted is %s".formatted(field.shown(), wanted()))
                    : Optional.empty();
        }
    }

    /** {@code anything-but}, of literals or of an operator's matches. */
    record AnythingBut(List<Condition> excluded) implements Condition {
        public AnythingBut {
            excluded = List.copyOf(excluded);
        }

        @Override
        public boolean matches(EventField field) {
            return excluded.stream().noneMatch(condition -> condition.matches(field));
        }

        @Override
        public String wanted() {
            return excluded.stream().map(Condition::wanted).collect(Collectors.joining(", ", "anything but ", ""));
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            return Optional.of("is %s, which anything-but excludes".formatted(field.shown()));
        }
    }

    /** {@code exists}. */
    record Exists(boolean wantsIt) implements Condition {
        @Override
        public boolean matches(EventField field) {
            return wantsIt;
        }

        @Override
        public String wanted() {
            return wantsIt ? "any value" : "its absence";
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            return Optional.of("is there (%s), and is wanted absent".formatted(field.shown()));
        }
    }

    /** {@code cidr}. */
    record Cidr(IpRange range) implements Condition {
        @Override
        public boolean matches(EventField field) {
            return field.isText() && range.contains(field.text());
        }

        @Override
        public String wanted() {
            return "an address in " + range.text();
        }
    }

    /** {@code numeric}: all bounds hold. */
    record Numeric(List<Bound> bounds) implements Condition {
        public Numeric {
            bounds = List.copyOf(bounds);
        }

        @Override
        public boolean matches(EventField field) {
            return field.number()
                    .map(number -> bounds.stream().allMatch(bound -> bound.holds(number)))
                    .orElse(false);
        }

        @Override
        public String wanted() {
            return bounds.stream().map(Bound::toString).collect(Collectors.joining(" and ", "a number ", ""));
        }

        @Override
        public Optional<String> nearMiss(EventField field) {
            if (field.isText()) {
                return EventField.number(field.text())
                        .map(number -> "is %s, which is text; numeric needs %s".formatted(field.shown(), field.text()));
            }
            return field.number().flatMap(number -> bounds.stream()
                    .filter(bound -> !bound.holds(number))
                    .findFirst()
                    .map(bound -> "is %s; %s is not %s".formatted(field.text(), field.text(), bound)));
        }
    }

    /** One bound of {@link Numeric}. */
    record Bound(String operator, double value, String text) {
        boolean holds(double number) {
            return switch (operator) {
                case "=" -> number == value;
                case "<" -> number < value;
                case "<=" -> number <= value;
                case ">" -> number > value;
                case ">=" -> number >= value;
                default -> throw new IllegalStateException("not an operator: " + operator);
            };
        }

        @Override
        public String toString() {
            return operator + " " + text;
        }
    }
}
