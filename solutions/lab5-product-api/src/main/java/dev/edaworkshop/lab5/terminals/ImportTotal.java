package dev.edaworkshop.lab5.terminals;

import dev.edaworkshop.lab5.bulk.ChunkResult;
import java.util.ArrayList;
import java.util.List;

/** Sums up; of the lines that were not imported it keeps the first. */
final class ImportTotal {

    private static final int SHOWN = 5;

    private final List<String> first = new ArrayList<>();
    private long imported;
    private long notImported;

    void add(ChunkResult result) {
        imported += result.imported();
        notImported += result.notImported().size();
        result.notImported().stream().limit(SHOWN - first.size()).forEach(first::add);
    }

    long imported() {
        return imported;
    }

    long notImported() {
        return notImported;
    }

    List<String> first() {
        return first;
    }
}
