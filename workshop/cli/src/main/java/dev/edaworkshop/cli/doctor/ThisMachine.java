package dev.edaworkshop.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.build.Maven;
import dev.edaworkshop.cli.build.SearchPath;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.HttpPortOwner;
import dev.edaworkshop.cli.resident.PortOwner;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.cli.resident.ResidentFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machine this process runs on. */
final class ThisMachine implements Machine {
    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven (\\d+(?:\\.\\d+)*)");
    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+(?:\\.\\d+)*)");

    private final Project project;
    private final PortOwner ports = new HttpPortOwner();

    ThisMachine(Project project) {
        this.project = project;
    }

    @Override
    public Path project() {
        return project.root();
    }

    @Override
    public boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public Jdk jdk() {
        Path home = Path.of(System.getProperty("java.home"));
        boolean compiler = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
        return new Jdk(Runtime.version(), System.getProperty("java.vendor", "unknown vendor"), home, compiler);
    }

    @Override
    public Optional<InstalledTool> maven() {
        return Maven.find(System.getenv(), windows())
                .flatMap(maven -> InstalledTool.ask(maven.executable(), MAVEN_VERSION));
    }

    @Override
    public Optional<InstalledTool> node() {
        // CDK's own way of naming another Node than the first on the PATH.
        return Optional.ofNullable(System.getenv("JSII_NODE"))
                .map(Path::of)
                .or(() -> SearchPath.of(System.getenv()).find(List.of(windows() ? "node.exe" : "node")))
                .flatMap(node -> InstalledTool.ask(node, NODE_VERSION));
    }

    @Override
    public long freeDiskBytes() {
        try {
            return Files.getFileStore(project.root()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    @Override
    public PortOwner.Owner portOwner(int port) {
        return ports.of(port);
    }

    @Override
    public Optional<Long> resident() {
        try {
            return new ResidentFinder(project.stateFolder(), ports)
                    .find(notice -> {})
                    .map(Resident::pid);
        } catch (LabException doesNotAnswer) {
            return Optional.empty(); // then the port's finding says so
        }
    }

    @Override
    public Optional<String> writeTrouble() {
        try {
            Files.delete(Files.createTempFile(project.stateFolder(), "doctor", ".tmp"));
            return Optional.empty();
        } catch (IOException | LabException e) {
            return Optional.of("not possible in " + project.root() + ": " + e.getMessage());
        }
    }

    @Override
    public BuildState buildState() {
        return BuildState.of(project.root());
    }

    @Override
    public boolean launcherHasCarriageReturns() {
        try {
            Path script = project.root().resolve("lab");
            return Files.exists(script) && Files.readString(script).contains("\r");
        } catch (IOException e) {
            return false; // not readable: the finding about permissions is the one that counts
        }
    }
}
