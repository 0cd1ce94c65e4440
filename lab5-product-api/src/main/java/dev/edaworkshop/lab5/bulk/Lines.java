package dev.edaworkshop.lab5.bulk;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines that end as {@link ChunkSplitter} sees it. Of a line that does not end for long, no more than a part is kept. */
final class Lines {

    /** No product is as long as that. */
    static final int LONGEST = 4_000;

    private final Reader text;

    /** @param text buffered */
    Lines(Reader text) {
        this.text = text;
    }

    /**
     * A line, without its end.
     *
     * @param complete whether that is all of it
     * @param blank whether there is nothing in all of it, as {@link ChunkSplitter} sees it
     */
    record Line(String text, boolean complete, boolean blank) {}

    Optional<Line> next() throws IOException {
        int c = text.read();
        if (c < 0) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        boolean complete = true;
        boolean blank = true;
        for (; c >= 0 && c != '\n'; c = text.read()) {
            blank &= c <= ' ';
            if (line.length() < LONGEST) {
                line.append((char) c);
            } else {
                complete = false;
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(new Line(line.toString(), complete, blank));
    }
}
