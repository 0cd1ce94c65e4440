package dev.edaworkshop.cli.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sees which methods are at work in a function's process, from its start on or for a while. */
interface Recorder {
    /** For people. */
    String name();

    /** Flags for the JVM, so that it writes what it saw by itself, {@link #SECONDS} after its start. */
    List<String> flags(Path file);

    /** Watches a process that runs already, for {@link #SECONDS}. */
    void attach(long pid, Path file) throws IOException;

    /** What was seen; the file must be complete. */
    List<Stack> read(Path file) throws IOException;

    /** How long it watches: longer than any start takes. */
    int SECONDS = 4;
}
