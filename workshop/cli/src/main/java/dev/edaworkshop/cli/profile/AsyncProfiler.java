package dev.edaworkshop.cli.profile;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * async-profiler, where it has a library for the system: every half millisecond of processor time, native code and the JVM's
 * own included.
 *
 * @see <a href="https://github.com/async-profiler/async-profiler">async-profiler</a>
 */
record AsyncProfiler(Path library) implements Recorder {
    private static final String INTERVAL = "500us";

    /** @return empty on systems it has no library for */
    static Optional<Recorder> find(Path folder) throws IOException {
        Optional<String> resource =
                resource(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), System.getProperty("os.arch", ""));
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream library = AsyncProfiler.class.getResourceAsStream("/" + resource.get())) {
            if (library == null) {
                return Optional.empty();
            }
            Path file = Files.createDirectories(folder).resolve("libasyncProfiler.so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new AsyncProfiler(file));
        }
    }

    static Optional<String> resource(String system, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        if (system.startsWith("linux")) {
            return arm || architecture.equals("amd64")
                    ? Optional.of((arm ? "linux-arm64" : "linux-x64") + "/libasyncProfiler.so")
                    : Optional.empty();
        }
        return system.startsWith("mac") ? Optional.of("macos/libasyncProfiler.so") : Optional.empty();
    }

    @Override
    public String name() {
        return "async-profiler, every " + INTERVAL + " of processor time";
    }

    @Override
    public List<String> flags(Path file) {
        return List.of("-agentpath:%s=%s".formatted(library, options(file)));
    }

    @Override
    public void attach(long pid, Path file) throws IOException {
        try {
            VirtualMachine process = VirtualMachine.attach(String.valueOf(pid));
            try {
                process.loadAgentPath(library.toString(), options(file));
            } finally {
                process.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException("The profiler cannot be attached to process " + pid, e);
        }
    }

    /** ctimer: needs no rights that a user does not have. */
    private static String options(Path file) {
        return "start,event=ctimer,interval=%s,threads,collapsed,timeout=%d,file=%s".formatted(INTERVAL, SECONDS, file);
    }

    @Override
    public List<Stack> read(Path file) throws IOException {
        return Stack.parse(Files.readAllLines(file));
    }
}
