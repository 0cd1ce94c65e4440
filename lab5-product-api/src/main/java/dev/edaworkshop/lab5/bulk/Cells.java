package dev.edaworkshop.lab5.bulk;

import java.util.ArrayList;
import java.util.List;

/** A line of a CSV file, cell by cell; a cell with a comma is in quotes, and a quote in it is doubled. */
final class Cells {

    /** @throws BadRowException if a quote is not closed, as a cell may not contain the end of a line, or not around a cell */
    static List<String> of(long lineNumber, String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && quoted) {
                quoted = false;
                closed = true;
            } else if (c == '"' && cell.isEmpty() && !closed) {
                quoted = true;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                closed = false;
            } else if (c == '"' || closed) {
                throw new BadRowException(lineNumber, "a quote is in the middle of a cell, not around it");
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
