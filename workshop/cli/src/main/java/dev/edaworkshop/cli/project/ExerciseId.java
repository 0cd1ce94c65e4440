package dev.edaworkshop.cli.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exercise as an attendee names it: {@code 1.2} or {@code 1.2-name-the-fact}.
 *
 * @param lab the number before the dot
 * @param number the number after it
 * @param title what follows, if given: {@code name-the-fact}
 */
public record ExerciseId(int lab, int number, Optional<String> title) implements Selection {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d?)\\.([1-9]\\d?)(?:-([a-z0-9-]+))?");

    /** @return empty if the text does not look like an exercise */
    public static Optional<ExerciseId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ExerciseId(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }

    /** Whether this names the exercise; without a title, its number is enough. */
    boolean matches(ExerciseId exercise) {
        return lab == exercise.lab && number == exercise.number && (title.isEmpty() || title.equals(exercise.title));
    }

    @Override
    public String toString() {
        return lab + "." + number + title.map(given -> "-" + given).orElse("");
    }
}
