package dev.edaworkshop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Builds with a shell script in Maven's place. */
@DisabledOnOs(OS.WINDOWS)
class BuildTest {
    private static final String MAKES_THE_COMMAND = "mkdir -p workshop/cli/target; touch workshop/cli/target/cli.jar";

    @TempDir
    private Path root;

    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void a_fresh_clone() throws Exception {
        Files.createDirectories(root.resolve("workshop/cli/src/main"));
        Files.createFile(root.resolve("pom.xml"));
    }

    @Test
    void says_how_long_it_takes_and_how_far_it_is() throws Exception {
        maven("""
                echo "[INFO] Building Workshop: local cloud 1.0.0-SNAPSHOT                      [1/2]"
                echo "[INFO] Building Workshop: the ./lab command 1.0.0-SNAPSHOT                [2/2]"
                """ + MAKES_THE_COMMAND);

        build().run();

        assertThat(printed.toString()).isEqualToNormalizingNewlines("""
                Building the workshop. The first time takes about three minutes: Maven fetches the libraries.
                  1 of 2  Workshop: local cloud
                  2 of 2  Workshop: the ./lab command
                """);
    }

    @Test
    void runs_maven_from_the_root_on_this_jdk_and_keeps_its_output() throws Exception {
        maven("pwd -P; echo $JAVA_HOME; echo \"$@\"\n" + MAKES_THE_COMMAND);

        build().run();

        assertThat(root.resolve(".lab/build.log"))
                .content()
                .contains(
                        root.toRealPath().toString(),
                        System.getProperty("java.home"),
                        "--projects=-benchmarks -Dmaven.test.skip=true -P!workshop-static-analysis package");
    }

    @Test
    void does_nothing_when_somebody_else_has_just_built_it() throws Exception {
        maven("exit 1");
        Files.createDirectories(BuildState.commandJar(root).getParent());
        Files.createFile(BuildState.commandJar(root));

        build().run();

        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void explains_a_failure() throws Exception {
        maven("echo '[ERROR] Malformed POM -> [Help 1]'; exit 1");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> build().run())
                .withMessageContaining("Malformed POM")
                .withMessageContaining(root.resolve(".lab/build.log").toString());
    }

    @Test
    void a_lab_that_does_not_compile_does_not_keep_the_command_from_running() throws Exception {
        maven(MAKES_THE_COMMAND + "\necho \"[ERROR] $PWD/lab1-pubsub/src/A.java:[3,7] error: ';' expected\"; exit 1");

        build().run();

        assertThat(printed.toString())
                .contains("The command is built, the rest is not", "lab1-pubsub/src/A.java:[3,7]");
    }

    @Test
    void without_maven_it_says_how_to_get_it() {
        var build = new Build(root, Map.of("PATH", root.toString()), console());

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(build::run)
                .withMessageContaining("Maven was not found")
                .withMessageContaining("brew install maven");
    }

    private Build build() {
        return new Build(root, Map.of("MAVEN_HOME", root.toString(), "PATH", "/nowhere"), console());
    }

    private Console console() {
        return new Console(new PrintWriter(printed, true), Terminal.plain());
    }

    private void maven(String script) throws Exception {
        Path mvn = root.resolve("bin/mvn");
        Files.createDirectories(mvn.getParent());
        Files.writeString(mvn, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
