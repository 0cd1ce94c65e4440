package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program that asks the Runtime API for events and hands them to a handler. */
interface RuntimeClient {
    /** What precedes the function's own libraries on the class path. */
    List<Path> jars(ContentStore store) throws IOException;

    /** Gets the handler's name as its argument. */
    String mainClass();

    /** Whether it marks the end of each invocation's output. */
    boolean marksOutput();

    /**
     * Whether it asks for the directory with the function's classes, and loads none before. Otherwise they are on its
     * class path.
     */
    boolean asksForCode();
}
