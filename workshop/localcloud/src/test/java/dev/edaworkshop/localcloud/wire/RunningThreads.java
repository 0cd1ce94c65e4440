package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The threads of this process, virtual ones included. */
final class RunningThreads {
    private RunningThreads() {}

    /** The stacks of the threads that are serving a request just now. */
    static List<String> servingRequests(Path directory) throws IOException {
        Path dump = directory.resolve("threads.json");
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
        List<String> serving = new ArrayList<>();
        for (JsonNode stack : new ObjectMapper().readTree(dump.toFile()).findValues("stack")) {
            if (stack.toString().contains("io.helidon.webserver.http1.Http1Connection.handle")) {
                serving.add(stack.toPrettyString());
            }
        }
        return serving;
    }
}
