package dev.edaworkshop.cli.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lab as an attendee names it: {@code 1}, {@code lab1} or {@code lab1-pubsub}, also with the slash that a shell's
 * completion adds.
 *
 * @param name what follows the number, if given: {@code pubsub}
 */
public record LabId(int number, Optional<String> name) implements Selection {
    private static final Pattern FORM = Pattern.compile("(?:\\./)?(?:lab)?([1-9]\\d?)(?:-([a-z0-9-]+))?[/\\\\]?");

    /** @return empty if the text does not look like a lab */
    public static Optional<LabId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new LabId(Integer.parseInt(matcher.group(1)), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }

    boolean matches(Lab lab) {
        return lab.number() == number
                && name.map(given -> lab.folderName().equals("lab" + number + "-" + given))
                        .orElse(true);
    }

    @Override
    public String toString() {
        return "lab" + number + name.map(given -> "-" + given).orElse("");
    }
}
