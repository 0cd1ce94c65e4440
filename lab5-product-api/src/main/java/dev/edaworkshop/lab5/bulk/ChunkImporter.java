package dev.edaworkshop.lab5.bulk;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the rows of a chunk into the table; a bad one is reported and holds up no other. */
final class ChunkImporter {

    /** Where rows go. */
    @FunctionalInterface
    interface Target {

        /**
         * Returns when the row is there; doing it again changes nothing.
         *
         * @return false if the table has the product from somebody else, and keeps it
         */
        boolean add(long lineNumber, ProductRow row);
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a reader makes of bytes that are no character; in a product's name it has no business either. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Target target;

    ChunkImporter(Target target) {
        this.target = target;
    }

    /** @param text of the chunk, buffered */
    ChunkResult importChunk(Chunk chunk, Reader text) throws IOException {
        Lines lines = new Lines(text);
        List<String> notImported = new ArrayList<>();
        int imported = 0;
        long lineNumber = chunk.firstLine();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next(), lineNumber++) {
            if (line.get().blank() || lineNumber == 1 && isHeader(line.get().text())) {
                continue;
            }
            try {
                add(lineNumber, line.get());
                imported++;
            } catch (BadRowException e) {
                notImported.add(e.getMessage());
            }
        }
        return new ChunkResult(imported, notImported);
    }

    static boolean isHeader(String line) {
        return line.replace(BYTE_ORDER_MARK, "").strip().equals(ProductRow.HEADER);
    }

    private void add(long lineNumber, Lines.Line line) {
        if (!line.complete()) {
            throw new BadRowException(lineNumber, "longer than %d characters".formatted(Lines.LONGEST));
        }
        if (line.text().indexOf(REPLACEMENT) >= 0) {
            throw new BadRowException(lineNumber, "is not UTF-8");
        }
        ProductRow row = ProductRow.parse(lineNumber, line.text());
        if (!target.add(lineNumber, row)) {
            throw new BadRowException(
                    lineNumber, "the catalogue has %s already, and keeps it as it is".formatted(row.productId()));
        }
    }
}
