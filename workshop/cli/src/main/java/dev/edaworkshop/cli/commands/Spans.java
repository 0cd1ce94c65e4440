package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.LabException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as people type and read them: {@code +2m}, {@code 1h30m}, {@code 500ms}. */
final class Spans {
    private static final Pattern MILLIS = Pattern.compile("\\+?(\\d{1,9})ms");
    private static final Pattern SPAN =
            Pattern.compile("\\+?(?=\\d)(\\d{1,6}d)?((?:\\d{1,9}h)?(?:\\d{1,9}m)?(?:\\d{1,9}(?:\\.\\d{1,3})?s)?)");

    private Spans() {}

    static Duration parse(String text) {
        var millis = MILLIS.matcher(text);
        if (millis.matches()) {
            return Duration.ofMillis(Long.parseLong(millis.group(1)));
        }
        var span = SPAN.matcher(text);
        try {
            if (span.matches()) {
                String days = span.group(1) == null ? "" : span.group(1);
                String rest = span.group(2).isEmpty() ? "" : "T" + span.group(2);
                return Duration.parse(("P" + days + rest).toUpperCase(Locale.ROOT));
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    /** {@code 1m30s}, rounded up to seconds. */
    static String inWords(Duration span) {
        long seconds = Math.max(0, span.plusMillis(999).toSeconds());
        StringBuilder words = new StringBuilder();
        append(words, seconds / 86_400, "d");
        append(words, seconds / 3_600 % 24, "h");
        append(words, seconds / 60 % 60, "m");
        append(words, seconds % 60, "s");
        return words.isEmpty() ? "0s" : words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(count).append(unit);
        }
    }

    private static LabException unreadable(String text, @Nullable Exception cause) {
        return new LabException(
                "“%s” is no span of time.".formatted(text),
                "The clock moves forward only, by days, hours, minutes and seconds.",
                "Write it like +30s, +2m, +1h30m or +1d.",
                cause == null ? new IllegalArgumentException(text) : cause);
    }
}
