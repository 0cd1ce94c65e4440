package dev.edaworkshop.lab5.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes the rows of a chunk into the table; a bad one is reported and holds up no other. */
public final class ChunkImporter {

    /** Where rows go, up to 25 at a time. */
    @FunctionalInterface
    public interface Target {

        int MOST = 25;

        /** Returns when all of them are written. Rows that are there already, as they are, stay so. */
        void write(List<ProductRow> rows);
    }

    private final Target target;
    private final Consumer<String> badRows;

    public ChunkImporter(Target target, Consumer<String> badRows) {
        this.target = target;
        this.badRows = badRows;
    }

    /**
     * Imports one chunk.
     *
     * @param text of the chunk
     * @return how many rows were written
     */
    public int importChunk(Chunk chunk, BufferedReader text) throws IOException {
        List<ProductRow> rows = new ArrayList<>();
        int written = 0;
        long lineNumber = chunk.firstLine();
        for (String line = text.readLine(); line != null; line = text.readLine(), lineNumber++) {
            if (line.isBlank() || lineNumber == 1 && line.equals(ProductRow.HEADER)) {
                continue;
            }
            try {
                rows.add(ProductRow.parse(lineNumber, line));
            } catch (BadRowException e) {
                badRows.accept(e.getMessage());
            }
            if (rows.size() == Target.MOST) {
                target.write(rows);
                written += rows.size();
                rows = new ArrayList<>();
            }
        }
        if (!rows.isEmpty()) {
            target.write(rows);
        }
        return written + rows.size();
    }
}
