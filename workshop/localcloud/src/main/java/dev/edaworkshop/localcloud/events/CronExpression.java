package dev.edaworkshop.localcloud.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * AWS's cron: minutes, hours, day of month, month, day of week, year; one of the two days must be {@code ?}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html">Cron expressions</a>
 */
record CronExpression(
        TreeSet<Integer> minutes, TreeSet<Integer> hours, TreeSet<Integer> months, TreeSet<Integer> years, Days days) {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    /** Whether a day is meant. */
    interface Days extends Predicate<LocalDate> {}

    /**
     * Reads the six fields.
     *
     * @throws IllegalArgumentException if they are none
     */
    static CronExpression parse(String fields) {
        String[] field = fields.strip().split("\\s+");
        if (field.length != 6) {
            throw new IllegalArgumentException("six fields, not " + field.length);
        }
        if (field[2].equals("?") == field[4].equals("?")) {
            throw new IllegalArgumentException("exactly one of day of month and day of week must be ?");
        }
        return new CronExpression(
                new CronField(0, 59, List.of()).parse(field[0]),
                new CronField(0, 23, List.of()).parse(field[1]),
                new CronField(1, 12, MONTHS).parse(field[3]),
                new CronField(FIRST_YEAR, LAST_YEAR, List.of()).parse(field[5]),
                field[4].equals("?") ? daysOfMonth(field[2]) : daysOfWeek(field[4]));
    }

    /** The next minute after the given time that fits. */
    Optional<Instant> next(Instant after) {
        LocalDateTime from = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        Integer lastYear = years.last();
        for (LocalDate day = from.toLocalDate(); day.getYear() <= lastYear; day = following(day)) {
            if (years.contains(day.getYear()) && months.contains(day.getMonthValue()) && days.test(day)) {
                Optional<LocalDateTime> time = timeOf(day, from);
                if (time.isPresent()) {
                    return time.map(found -> found.toInstant(ZoneOffset.UTC));
                }
            }
        }
        return Optional.empty();
    }

    /** The day after, or the first of the next month if this month is not meant. */
    private LocalDate following(LocalDate day) {
        return months.contains(day.getMonthValue())
                ? day.plusDays(1)
                : day.with(TemporalAdjusters.firstDayOfNextMonth());
    }

    private Optional<LocalDateTime> timeOf(LocalDate day, LocalDateTime from) {
        return hours.stream()
                .flatMap(hour -> minutes.stream().map(minute -> day.atTime(hour, minute)))
                .filter(time -> !time.isBefore(from))
                .findFirst();
    }

    private static Days daysOfMonth(String field) {
        if (field.equals("L")) {
            return day -> day.getDayOfMonth() == day.lengthOfMonth();
        }
        if (field.endsWith("W")) {
            int wanted = new CronField(1, 31, List.of()).number(field.substring(0, field.length() - 1));
            return day -> day.equals(nearestWorkday(day, wanted));
        }
        TreeSet<Integer> wanted = new CronField(1, 31, List.of()).parse(field);
        return day -> wanted.contains(day.getDayOfMonth());
    }

    /** Monday to Friday, in the same month. */
    private static LocalDate nearestWorkday(LocalDate ofMonth, int dayOfMonth) {
        LocalDate day = ofMonth.withDayOfMonth(Math.min(dayOfMonth, ofMonth.lengthOfMonth()));
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
            case SUNDAY -> day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
            default -> day;
        };
    }

    private static Days daysOfWeek(String field) {
        CronField weekdays = new CronField(1, 7, WEEKDAYS);
        int hash = field.indexOf('#');
        if (hash > 0) { // 3#2: the second Tuesday
            int weekday = weekdays.number(field.substring(0, hash));
            int which = new CronField(1, 5, List.of()).number(field.substring(hash + 1));
            return day -> number(day.getDayOfWeek()) == weekday && (day.getDayOfMonth() - 1) / 7 + 1 == which;
        }
        if (field.equals("L")) {
            return day -> day.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        if (field.endsWith("L")) { // 6L: the last Friday
            int weekday = weekdays.number(field.substring(0, field.length() - 1));
            return day -> number(day.getDayOfWeek()) == weekday && day.getDayOfMonth() > day.lengthOfMonth() - 7;
        }
        TreeSet<Integer> wanted = weekdays.parse(field);
        return day -> wanted.contains(number(day.getDayOfWeek()));
    }

    /** As AWS counts: Sunday is 1. */
    private static int number(DayOfWeek day) {
        return day.getValue() % 7 + 1;
    }
}
