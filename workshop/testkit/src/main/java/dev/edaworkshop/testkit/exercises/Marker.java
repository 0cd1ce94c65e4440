package dev.edaworkshop.testkit.exercises;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins or ends a region of a solution.
 *
 * <pre>
 * // begin exercise 1.2                what the attendee of exercise 1.2 writes, until "// end exercise 1.2"
 * // begin exercise 1.2 queue          a second region of that exercise in the same file has a name
 * &lt;!-- begin module --&gt;                what differs because the lab is another module than its solution
 * "//": "begin exercise 1.2",          the same in JSON, which has no comments
 * </pre>
 *
 * @param exercise the exercise's id; empty for a region of the kind {@code module}
 * @param label the region's name where an exercise has several in one file; otherwise empty
 */
record Marker(boolean begins, String exercise, String label) {

    private static final Pattern LINE = Pattern.compile(
            "\\s*(?://|<!--|\"//\": \")\\s*(begin|end) (?:exercise (\\S+?)|module)(?: ([\\w-]+))?(?: *-->|\",?)?\\s*");

    /** The marker on a line; empty if there is none. */
    static Optional<Marker> of(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Marker(match.group(1).equals("begin"), orEmpty(match.group(2)), orEmpty(match.group(3))));
    }

    /** What the region is called in its file: {@code 1.2}, {@code 1.2-queue}, {@code module}. */
    String name() {
        return (exercise.isEmpty() ? "module" : exercise) + (label.isEmpty() ? "" : "-" + label);
    }

    Marker end() {
        return new Marker(false, exercise, label);
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    @Override
    public String toString() {
        return (begins ? "begin " : "end ")
                + (exercise.isEmpty() ? "module" : "exercise " + exercise)
                + (label.isEmpty() ? "" : " " + label);
    }
}
