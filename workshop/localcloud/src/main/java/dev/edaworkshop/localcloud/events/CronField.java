package dev.edaworkshop.localcloud.events;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * One field of a cron expression: {@code *}, values, lists, ranges and steps.
 *
 * @param names for the values from {@code min} on, such as {@code JAN}
 */
record CronField(int min, int max, List<String> names) {
    /** @throws IllegalArgumentException if the text is no such field */
    TreeSet<Integer> parse(String text) {
        TreeSet<Integer> values = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            addPart(values, part);
        }
        return values;
    }

    /** @throws IllegalArgumentException if the text is no value of this field */
    int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = named >= 0 ? named + min : Integer.parseInt(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s is not within %d and %d".formatted(text, min, max));
        }
        return value;
    }

    private void addPart(TreeSet<Integer> values, String part) {
        String[] stepped = part.split("/", 2);
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        if (step < 1) {
            throw new IllegalArgumentException("a step is at least 1: " + part);
        }
        int from = min;
        int to = max;
        if (!stepped[0].equals("*")) {
            String[] range = stepped[0].split("-", 2);
            from = number(range[0]);
            // 5/15 goes on to the end, 5 is just 5
            to = range.length == 2 ? number(range[1]) : stepped.length == 2 ? max : from;
        }
        if (from > to) { // FRI-MON goes round
            addRange(values, from, max, step);
            from = min;
        }
        addRange(values, from, to, step);
    }

    private static void addRange(TreeSet<Integer> values, int from, int to, int step) {
        for (int value = from; value <= to; value += step) {
            values.add(value);
        }
    }
}
