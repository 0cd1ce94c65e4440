package dev.edaworkshop.localcloud.lambda;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A function's process that nobody has claimed yet: it waits to hear which classes it runs.
 *
 * @param id of the execution environment it will be
 * @param accessKey what it calls other services with; stands for nobody so far
 * @param logStream the name of the stream it says it logs to
 * @param recording where it writes which classes it loads
 */
record StartedProcess(String id, String accessKey, String logStream, Process process, Optional<Path> recording) {

    boolean isAlive() {
        return process.isAlive();
    }
}
