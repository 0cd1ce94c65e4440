package dev.edaworkshop.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script {@code lab} in a made-up project, with JDKs whose java only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {
    private static final Path SCRIPT = Path.of("../../lab");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private Path project;
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void a_project_that_is_built() throws Exception {
        project = folder.toRealPath().resolve("my workshop");
        home = folder.resolve("home");
        write("my workshop/pom.xml", "");
        write("my workshop/workshop/cli/pom.xml", "");
        write("my workshop/workshop/cli/src/main/A.java", "");
        for (String path :
                List.of("pom.xml", "workshop/cli/pom.xml", "workshop/cli/src/main/A.java", "workshop/cli/src/main")) {
            Files.setLastModifiedTime(project.resolve(path), LONG_AGO);
        }
        write("my workshop/workshop/cli/target/cli.jar", "");
        Files.copy(SCRIPT, project.resolve("lab"));
        environment.put("HOME", home.toString());
        environment.put("LAB_SYSTEM_ROOT", folder.resolve("system").toString());
        environment.put("PATH", "/usr/bin:/bin"); // its java is behind the one of each test
    }

    @Test
    void starts_java_with_the_arguments_as_they_were() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk 25", "25.0.3").toString());

        Outcome outcome = lab("check", "1.2", "two words", "*", "");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "jdk 25",
                        "@" + project + "/workshop/cli/java.options",
                        "-Dlab.root=" + project,
                        "-jar",
                        project + "/workshop/cli/target/cli.jar",
                        "check",
                        "1.2",
                        "two words",
                        "*",
                        "");
    }

    @Test
    void works_through_a_link_and_from_any_folder() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/lab"), Path.of("../my workshop/lab"));

        Outcome outcome = run(folder.resolve("bin"), List.of("./lab", "list"));

        assertThat(outcome.out()).contains("-Dlab.root=" + project);
    }

    @Test
    void lets_what_stays_be_compiled_well() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        assertThat(lab("start", "1").out().lines()).contains("-XX:TieredStopAtLevel=4");
        assertThat(lab("list").out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void passes_on_the_exit_code() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        assertThat(lab("exit-1").exit()).isEqualTo(1);
    }

    @Test
    void uses_the_startup_cache_when_there_is_one() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        write("my workshop/workshop/cli/target/cli.aot", "");

        assertThat(lab("list").out().lines()).contains("-XX:AOTCache=" + project + "/workshop/cli/target/cli.aot");
    }

    @Test
    void prefers_java_home_then_the_path_then_the_usual_places() throws Exception {
        Path usual = jdk("home/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
        assertThat(used(lab("list"))).isEqualTo(usual.getFileName().toString());

        jdk("jdk on path", "25");
        Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(folder.resolve("links/java"), folder.resolve("jdk on path/bin/java"));
        environment.put("PATH", folder.resolve("links") + ":/usr/bin:/bin");
        assertThat(used(lab("list"))).isEqualTo("jdk on path");

        environment.put("JAVA_HOME", jdk("home of java", "26").toString());
        assertThat(used(lab("list"))).isEqualTo("home of java");
    }

    @Test
    void an_old_java_home_is_passed_over() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
        jdk("system/usr/lib/jvm/a-runtime-only", "25");
        Files.delete(folder.resolve("system/usr/lib/jvm/a-runtime-only/bin/javac"));
        jdk("system/usr/lib/jvm/older", "1.8.0_392");
        jdk("system/usr/lib/jvm/right", "25.0.2");

        assertThat(used(lab("list"))).isEqualTo("right");
    }

    @Test
    void without_a_jdk_it_says_where_it_looked_and_what_to_do() throws Exception {
        Path old = jdk("old", "17.0.15");
        environment.put("JAVA_HOME", old.toString());
        Files.createDirectories(folder.resolve("links"));
        environment.put("PATH", folder.resolve("links") + ":/usr/bin:/bin");
        Files.createSymbolicLink(folder.resolve("links/java"), old.resolve("bin/java"));

        Outcome outcome = lab("list");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("No JDK 25 was found", "JAVA_HOME (" + old + ")", "Java 17 in " + old, "Install a JDK 25");
    }

    @Test
    void builds_first_when_nothing_is_built() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Files.delete(project.resolve("workshop/cli/target/cli.jar"));

        assertThat(builds(lab("list"))).isTrue();
    }

    @Test
    void builds_again_when_a_source_is_newer_and_not_otherwise() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        assertThat(builds(lab("list"))).isFalse();

        FileTime built = Files.getLastModifiedTime(project.resolve("workshop/cli/target/cli.jar"));
        FileTime later = FileTime.from(built.toInstant().plusSeconds(1));
        Files.setLastModifiedTime(project.resolve("workshop/cli/src/main/A.java"), later);
        assertThat(builds(lab("list"))).isTrue();
    }

    @Test
    void does_not_run_what_could_not_be_built() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Files.delete(project.resolve("workshop/cli/target/cli.jar"));
        environment.put("FAIL_BUILD", "2");

        Outcome outcome = lab("list");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).doesNotContain("-jar");
    }

    @Test
    void becomes_java_so_that_signals_reach_it() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Process process = start(project, List.of("./lab", "show-pid"));

        String pid = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList()
                .getLast();

        assertThat(process.waitFor()).isZero();
        assertThat(pid).isEqualTo("pid " + process.pid());
    }

    private static String used(Outcome outcome) {
        return outcome.out().lines().findFirst().orElseThrow();
    }

    private static boolean builds(Outcome outcome) {
        return outcome.out().contains("cli/build/Build.java");
    }

    private Outcome lab(String... arguments) throws Exception {
        return run(
                project, Stream.concat(Stream.of("./lab"), Stream.of(arguments)).toList());
    }

    private Outcome run(Path workingFolder, List<String> command) throws Exception {
        Process process = start(workingFolder, command);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private Process start(Path workingFolder, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** A JDK whose java prints the name of its folder and its arguments, one in a line. */
    private Path jdk(String path, String version) throws Exception {
        Path jdk = folder.resolve(path);
        write(
                path + "/release",
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2026\"\n");
        write(path + "/bin/javac", "#!/bin/sh\n");
        write(path + "/bin/java", """
                #!/bin/sh
                echo "%s"
                for argument; do echo "$argument"; done
                case $* in
                  *Build.java*) exit ${FAIL_BUILD:-0} ;;
                  *show-pid) echo "pid $$" ;;
                  *exit-1) exit 1 ;;
                esac
                """.formatted(jdk.getFileName()));
        return jdk;
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
