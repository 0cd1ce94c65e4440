package dev.edaworkshop.cli.doctor;

import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.resident.PortOwner;
import java.nio.file.Path;
import java.util.Optional;

/** What the doctor looks at; a test passes a machine of its own. */
interface Machine {
    /** The folder of the project. */
    Path project();

    boolean windows();

    /** The JDK this process runs on. */
    Jdk jdk();

    /** Empty if Maven is not there or does not run. */
    Optional<InstalledTool> maven();

    /** Empty if Node is not there or does not run. */
    Optional<InstalledTool> node();

    /** Free bytes where the project is. */
    long freeDiskBytes();

    long memoryBytes();

    PortOwner.Owner portOwner(int port);

    /** The process id of the resident of this project, if one runs. */
    Optional<Long> resident();

    /** Why nothing can be written into the project; empty if it can. */
    Optional<String> writeTrouble();

    BuildState buildState();

    /** Whether the launch script has the line endings of Windows, which no shell understands. */
    boolean launcherHasCarriageReturns();

    /** @param compiler whether it is a JDK and not only a runtime */
    record Jdk(Runtime.Version version, String vendor, Path home, boolean compiler) {}
}
