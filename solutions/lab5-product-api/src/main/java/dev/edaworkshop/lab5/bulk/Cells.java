package dev.edaworkshop.lab5.bulk;

import java.util.ArrayList;
import java.util.List;

/** A line of a CSV file, cell by cell; a cell with a comma is in quotes, and a quote in it is doubled. */
final class Cells {

    /** @throws BadRowException if a quote is not closed: a cell may not contain the end of a line */
    static List<String> of(long lineNumber, String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new BadRowException(lineNumber, "a quote is opened and not closed in the same line");
        }
        cells.add(cell.toString());
        return cells;
    }

    private Cells() {}
}
