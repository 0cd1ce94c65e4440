package dev.edaworkshop.cli.build;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installed Maven. */
public record Maven(Path executable) {

    /** Looks in MAVEN_HOME, then on the PATH. */
    public static Optional<Maven> find(Map<String, String> environment, boolean windows) {
        var path = SearchPath.of(environment);
        String home = environment.getOrDefault("MAVEN_HOME", "");
        return (home.isBlank() ? path : path.startingWith(Path.of(home, "bin")))
                .find(windows ? List.of("mvn.cmd", "mvn.bat") : List.of("mvn"))
                .map(Maven::new);
    }

    static Maven require(Map<String, String> environment, boolean windows) {
        return find(environment, windows)
                .orElseThrow(() -> new LabException(
                        "Maven was not found. The workshop is built with Maven 3.8 or newer.",
                        "Looked at MAVEN_HOME and on the PATH.",
                        "Install it (macOS: brew install maven; Debian, Ubuntu: apt install maven; Windows:"
                                + " choco install maven; anywhere: sdk install maven), open a new terminal and"
                                + " run the same command again."));
    }
}
