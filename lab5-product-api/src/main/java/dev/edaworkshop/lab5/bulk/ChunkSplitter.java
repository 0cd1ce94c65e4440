package dev.edaworkshop.lab5.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Divides a file at line ends while it flows past; no more of it than a buffer is in memory. */
public final class ChunkSplitter {

    private static final int BUFFER = 64 * 1024;

    private final String key;
    private final int chunkBytes;
    private final Consumer<Chunk> chunks;
    private long position;
    private long chunkStart;
    private long line = 1;
    private long chunkLine = 1;
    private boolean blank = true;
    private long filledLines;

    /** @param chunkBytes a chunk ends with the first line that reaches this size */
    public ChunkSplitter(String key, int chunkBytes, Consumer<Chunk> chunks) {
        this.key = key;
        this.chunkBytes = chunkBytes;
        this.chunks = chunks;
    }

    /** @return how many lines there are with something in them, the header included */
    public long split(InputStream file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        byte last = '\n';
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            for (int i = 0; i < read; i++) {
                position++;
                last = buffer[i];
                if (last == '\n') {
                    endLine();
                    if (position - chunkStart >= chunkBytes) {
                        emit();
                    }
                } else if (Byte.toUnsignedInt(last) > ' ') {
                    blank = false;
                }
            }
        }
        if (last != '\n') {
            endLine();
        }
        if (position > chunkStart) {
            emit();
        }
        return filledLines;
    }

    private void endLine() {
        line++;
        filledLines += blank ? 0 : 1;
        blank = true;
    }

    private void emit() {
        chunks.accept(new Chunk(key, chunkStart, position, chunkLine));
        chunkStart = position;
        chunkLine = line;
    }
}
