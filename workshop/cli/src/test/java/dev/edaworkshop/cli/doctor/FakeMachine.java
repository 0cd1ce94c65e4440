package dev.edaworkshop.cli.doctor;

import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.resident.PortOwner;
import java.nio.file.Path;
import java.util.Optional;

/** A machine on which all is well, until a test changes something. */
final class FakeMachine implements Machine {
    Path project = Path.of("/home/ada/workshop");
    boolean windows;
    Jdk jdk = new Jdk(Runtime.Version.parse("25.0.3"), "Eclipse Adoptium", Path.of("/jdks/25"), true);
    Optional<InstalledTool> maven = tool("3.9.11");
    Optional<InstalledTool> node = tool("22.20.0");
    long freeDiskBytes = 50L << 30;
    long memoryBytes = 16L << 30;
    PortOwner.Owner portOwner = new PortOwner.Owner.Nobody();
    Optional<Long> resident = Optional.empty();
    Optional<String> writeTrouble = Optional.empty();
    BuildState buildState = new BuildState.UpToDate();
    boolean launcherHasCarriageReturns;

    static Optional<InstalledTool> tool(String version) {
        return Optional.of(new InstalledTool(version, Path.of("/usr/bin/tool")));
    }

    @Override
    public Path project() {
        return project;
    }

    @Override
    public boolean windows() {
        return windows;
    }

    @Override
    public Jdk jdk() {
        return jdk;
    }

    @Override
    public Optional<InstalledTool> maven() {
        return maven;
    }

    @Override
    public Optional<InstalledTool> node() {
        return node;
    }

    @Override
    public long freeDiskBytes() {
        return freeDiskBytes;
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }

    @Override
    public PortOwner.Owner portOwner(int port) {
        return portOwner;
    }

    @Override
    public Optional<Long> resident() {
        return resident;
    }

    @Override
    public Optional<String> writeTrouble() {
        return writeTrouble;
    }

    @Override
    public BuildState buildState() {
        return buildState;
    }

    @Override
    public boolean launcherHasCarriageReturns() {
        return launcherHasCarriageReturns;
    }
}
