package dev.edaworkshop.cli.doctor;

import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.resident.PortOwner.Owner;
import java.util.List;
import java.util.Optional;

/** Judges a machine: what the workshop needs, what it would like, and how to get there. */
final class Doctor {
    private static final int PORT = 4566; // the one emulators use by convention
    private static final long GIB = 1L << 30;
    private static final int WINDOWS_PATH_LIMIT = 260;
    private static final int LONGEST_PATH_INSIDE = 160; // class files of nested packages in a function's code asset

    private final Machine machine;

    Doctor(Machine machine) {
        this.machine = machine;
    }

    List<Finding> examine() {
        return List.of(jdk(), maven(), node(), disk(), memory(), port(), permission(), build(), paths());
    }

    private Finding jdk() {
        Machine.Jdk jdk = machine.jdk();
        String seen = "%s (%s) in %s".formatted(jdk.version(), jdk.vendor(), jdk.home());
        String fix = "Install a JDK 25 of any vendor and point JAVA_HOME at it.";
        if (jdk.version().feature() < 25) {
            return Finding.bad("JDK", seen + ": too old", fix);
        }
        return jdk.compiler()
                ? Finding.good("JDK", seen)
                : Finding.bad("JDK", seen + ": a runtime only, without the compiler", fix);
    }

    private Finding maven() {
        Optional<InstalledTool> maven = machine.maven();
        if (maven.isEmpty()) {
            return Finding.bad(
                    "Maven",
                    "not found at MAVEN_HOME or on the PATH, or it does not run",
                    "Install Maven 3.8 or newer (brew, apt, winget, choco or sdk install maven), then open a new terminal.");
        }
        return maven.get().isAtLeast("3.8")
                ? Finding.good("Maven", maven.get().toString())
                : Finding.bad("Maven", maven.get() + ": too old", "Install Maven 3.8 or newer.");
    }

    private Finding node() {
        String install = "Install Node 22 or 24 (the even numbers are kept for years), then open a new terminal.";
        Optional<InstalledTool> node = machine.node();
        if (node.isEmpty()) {
            return Finding.bad("Node", "not found on the PATH, or it does not run; CDK needs it", install);
        }
        int major = node.get().major();
        String seen = node.get().toString();
        if (major < 20) {
            return Finding.bad("Node", seen + ": too old for CDK", install);
        }
        return switch (major) {
            case 22, 24 -> Finding.good("Node", seen);
            case 20, 21, 23 ->
                Finding.warning("Node", seen + " works, but has reached its end of life, and CDK will say so", install);
            default ->
                Finding.warning("Node", seen + " is newer than what CDK is tested with; it may well work", install);
        };
    }

    private Finding disk() {
        long free = machine.freeDiskBytes();
        String seen = gib(free) + " free";
        return free >= GIB
                ? Finding.good("Disk", seen)
                : Finding.bad("Disk", seen, "Make room: the build and its libraries want 1 GiB.");
    }

    private Finding memory() {
        long bytes = machine.memoryBytes();
        // 3.5: a machine sold with 4 GiB reports a little less
        return bytes >= 3.5 * GIB
                ? Finding.good("Memory", gib(bytes))
                : Finding.warning(
                        "Memory",
                        gib(bytes) + " in all",
                        "Close what you do not need: the workshop and its functions want about 1 GiB for themselves.");
    }

    private Finding port() {
        return switch (machine.portOwner(PORT)) {
            case Owner.Nobody() -> Finding.good("Port", PORT + " on 127.0.0.1 is free");
            case Owner.Workshop ours
            when machine.resident().equals(Optional.of(ours.pid())) ->
                Finding.good("Port", PORT + " is used by this project's own ./lab start, process " + ours.pid());
            case Owner.Workshop other ->
                Finding.warning(
                        "Port",
                        PORT + " is used by the workshop in " + other.project() + ", process " + other.pid(),
                        "Stop that one, or use another port here: ./lab start --port 0");
            case Owner.Other other ->
                Finding.warning(
                        "Port",
                        PORT + " on 127.0.0.1 is taken by " + other.description(),
                        "End that program, or use another port: ./lab start --port 0");
        };
    }

    private Finding permission() {
        return machine.writeTrouble()
                .map(trouble -> Finding.bad(
                        "Writing",
                        trouble,
                        "Give yourself permission to write in " + machine.project()
                                + ", or clone into a folder of your own."))
                .orElseGet(() -> Finding.good("Writing", "allowed in " + machine.project()));
    }

    private Finding build() {
        return switch (machine.buildState()) {
            case BuildState.UpToDate() -> Finding.good("Build", "up to date");
            case BuildState.NotBuilt() ->
                Finding.warning("Build", "not built yet", "Nothing to do: the next ./lab command builds it.");
            case BuildState.OutOfDate(var newer) ->
                Finding.warning("Build", newer + " is newer", "Nothing to do: the next ./lab command builds it again.");
        };
    }

    private Finding paths() {
        if (machine.launcherHasCarriageReturns()) {
            return Finding.warning(
                    "Files",
                    "the script lab has Windows line endings, so no Unix shell can run it",
                    "Let git write files as they are in the repository:"
                            + " git config core.autocrlf input, then git rm --cached -r -q . and git reset --hard"
                            + " (commit your own work first).");
        }
        int length = machine.project().toString().length();
        if (machine.windows() && length + LONGEST_PATH_INSIDE > WINDOWS_PATH_LIMIT) {
            return Finding.warning(
                    "Files",
                    "the project's path has %d characters; files below it may exceed Windows' limit of %d"
                            .formatted(length, WINDOWS_PATH_LIMIT),
                    "Move the project to a shorter path, such as C:\\workshop.");
        }
        return Finding.good("Files", "line endings and path lengths are fine");
    }

    private static String gib(long bytes) {
        return "%.1f GiB".formatted((double) bytes / GIB);
    }
}
