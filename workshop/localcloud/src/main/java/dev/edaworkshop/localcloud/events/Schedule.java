package dev.edaworkshop.localcloud.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a scheduled rule sends its event; all times are UTC.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Schedules</a>
 */
sealed interface Schedule {
    /** As it was written, such as {@code rate(5 minutes)}. */
    String expression();

    /** The next time after the given one; empty if there is none, as for a year that is over. */
    Optional<Instant> next(Instant after);

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ValidationException} */
    static Schedule parse(String expression) {
        try {
            if (expression.startsWith("cron(") && expression.endsWith(")")) {
                String fields = expression.substring("cron(".length(), expression.length() - 1);
                return new Cron(expression, CronExpression.parse(fields));
            }
            return Rate.parse(expression);
        } catch (IllegalArgumentException e) {
            throw EventsErrors.validation("Parameter ScheduleExpression is not valid.");
        }
    }

    /** Again and again after the same time. */
    record Rate(String expression, Duration every) implements Schedule {
        private static final Pattern FORM = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)(s?)\\)");

        static Rate parse(String expression) {
            Matcher form = FORM.matcher(expression);
            if (!form.matches()) {
                throw new IllegalArgumentException("no rate: " + expression);
            }
            int value = Integer.parseInt(form.group(1));
            boolean plural = !form.group(3).isEmpty();
            if (value == 0 || plural != value > 1) { // rate(1 minute), rate(5 minutes)
                throw new IllegalArgumentException("no rate: " + expression);
            }
            return new Rate(
                    expression,
                    switch (form.group(2)) {
                        case "minute" -> Duration.ofMinutes(value);
                        case "hour" -> Duration.ofHours(value);
                        default -> Duration.ofDays(value);
                    });
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(every));
        }
    }

    /** At times of the calendar. */
    record Cron(String expression, CronExpression cron) implements Schedule {
        @Override
        public Optional<Instant> next(Instant after) {
            return cron.next(after);
        }
    }
}
