package dev.edaworkshop.lab5.terminals;

import dev.edaworkshop.lab5.bulk.Chunk;
import dev.edaworkshop.lab5.bulk.ChunkResult;
import dev.edaworkshop.lab5.bulk.ImportWorker;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A line that says how far the import is. In a terminal it is written over itself; elsewhere it appears once, at the end. */
final class ImportProgress implements ImportWorker.Listener {

    private static final int WIDTH = 30;
    private static final int MEBIBYTE_BITS = 20;

    private final String key;
    private final long rows;
    private final boolean terminal;
    private final AtomicLong before = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong peakBytes = new AtomicLong();
    private final long start = System.nanoTime();

    ImportProgress(String key, long rows, boolean terminal) {
        this.key = key;
        this.rows = rows;
        this.terminal = terminal;
    }

    void doneBefore(ChunkResult result) {
        before.addAndGet(result.rows());
    }

    @Override
    public void done(Chunk chunk, ChunkResult result) {
        if (chunk.key().equals(key)) {
            now.addAndGet(result.rows());
        }
        Runtime runtime = Runtime.getRuntime();
        peakBytes.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
    }

    @Override
    public void failed(String message, int receives, Exception why) {
        System.err.printf("%n%s was tried %d times and comes back later: %s%n", message, receives, why.getMessage());
    }

    void show() {
        if (terminal) {
            System.out.print("\r" + line());
            System.out.flush();
        }
    }

    void end() {
        System.out.println((terminal ? "\r" : "") + line());
    }

    String summary() {
        if (now.get() == 0) {
            return before.get() < rows ? "No row was done." : "Nothing was left to do.";
        }
        return String.format(
                Locale.ROOT,
                "Did %d rows in %.1f s (%.0f rows/s), %d rows had been done before; memory: %d MiB at most.",
                now.get(),
                seconds(),
                now.get() / seconds(),
                before.get(),
                peakBytes.get() >> MEBIBYTE_BITS);
    }

    private String line() {
        long done = before.get() + now.get();
        int filled = (int) Math.min(WIDTH, rows == 0 ? WIDTH : WIDTH * done / rows);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d rows, %.0f rows/s ",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                rows,
                now.get() / seconds());
    }

    private double seconds() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)) / 1000.0;
    }
}
