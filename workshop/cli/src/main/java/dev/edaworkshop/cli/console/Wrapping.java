package dev.edaworkshop.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words; a word longer than a line (a path, a command) is never broken. */
final class Wrapping {
    private Wrapping() {}

    /** @return at least one line, possibly empty */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
