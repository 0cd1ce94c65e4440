package dev.edaworkshop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.resident.PortOwner.Owner;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private final FakeMachine machine = new FakeMachine();

    @Test
    void a_good_machine_has_nothing_to_mend() {
        assertThat(new Doctor(machine).examine())
                .allSatisfy(finding ->
                        assertThat(finding.mark()).as(finding.subject()).isEqualTo(Mark.GOOD))
                .allSatisfy(finding ->
                        assertThat(finding.fix()).as(finding.subject()).isEmpty());
    }

    @ParameterizedTest(name = "Node {0} is {1}")
    @CsvSource({
        "18.20.8, BAD",
        "20.20.2, WARNING",
        "21.0.0, WARNING",
        "22.0.0, GOOD",
        "23.1.0, WARNING",
        "24.11.0, GOOD",
        "25.0.0, WARNING",
        "26.0.0, WARNING"
    })
    void judges_node(String version, Mark mark) {
        machine.node = FakeMachine.tool(version);

        assertThat(finding("Node").mark()).isEqualTo(mark);
        assertThat(finding("Node").seen()).contains(version);
    }

    @ParameterizedTest(name = "Maven {0} is {1}")
    @CsvSource({"3.6.3, BAD", "3.8, GOOD", "3.8.7, GOOD", "3.10.0, GOOD", "4.0.0, GOOD"})
    void judges_maven(String version, Mark mark) {
        machine.maven = FakeMachine.tool(version);

        assertThat(finding("Maven").mark()).isEqualTo(mark);
    }

    @Test
    void a_missing_program_is_bad_and_comes_with_how_to_get_it() {
        machine.maven = Optional.empty();
        machine.node = Optional.empty();

        assertThat(finding("Maven")).returns(Mark.BAD, Finding::mark).satisfies(DoctorTest::saysInstall);
        assertThat(finding("Node")).returns(Mark.BAD, Finding::mark).satisfies(DoctorTest::saysInstall);
    }

    @Test
    void a_runtime_without_a_compiler_is_bad() {
        machine.jdk = new Machine.Jdk(Runtime.Version.parse("25"), "Somebody", Path.of("/jre"), false);

        assertThat(finding("JDK").seen()).contains("without the compiler");
        assertThat(finding("JDK").mark()).isEqualTo(Mark.BAD);
    }

    @Test
    void too_little_disk_is_bad_and_little_memory_a_warning() {
        machine.freeDiskBytes = (1L << 30) - 1;
        machine.memoryBytes = 2L << 30;

        assertThat(finding("Disk").mark()).isEqualTo(Mark.BAD);
        assertThat(finding("Memory").mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void the_port_may_be_our_own() {
        machine.portOwner = new Owner.Workshop(4711, "/home/ada/workshop");
        machine.resident = Optional.of(4711L);

        assertThat(finding("Port").mark()).isEqualTo(Mark.GOOD);
        assertThat(finding("Port").seen()).contains("own ./lab start, process 4711");
    }

    @Test
    void a_port_taken_by_somebody_else_says_by_whom_and_offers_another() {
        machine.portOwner = new Owner.Workshop(4711, "/home/ada/old-workshop");
        assertThat(finding("Port").seen()).contains("/home/ada/old-workshop", "4711");

        machine.portOwner = new Owner.Other("LocalStack");
        assertThat(finding("Port").seen()).contains("taken by LocalStack");
        assertThat(finding("Port").fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("--port 0"));
        assertThat(finding("Port").mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void a_folder_that_cannot_be_written_is_bad() {
        machine.writeTrouble = Optional.of("not possible: read-only");

        assertThat(finding("Writing").mark()).isEqualTo(Mark.BAD);
    }

    @Test
    void an_outdated_build_names_what_is_newer() {
        machine.buildState = new BuildState.OutOfDate(Path.of("pom.xml"));

        assertThat(finding("Build").seen()).isEqualTo("pom.xml is newer");
        assertThat(finding("Build").mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void long_paths_trouble_windows_only() {
        machine.project = Path.of("/" + "x".repeat(120));
        assertThat(finding("Files").mark()).isEqualTo(Mark.GOOD);

        machine.windows = true;
        assertThat(finding("Files").seen()).contains("121 characters", "260");
        assertThat(finding("Files").mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void carriage_returns_in_the_script_come_with_the_git_setting() {
        machine.launcherHasCarriageReturns = true;

        assertThat(finding("Files").fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("core.autocrlf"));
    }

    private Finding finding(String subject) {
        return new Doctor(machine)
                .examine().stream()
                        .filter(finding -> finding.subject().equals(subject))
                        .findFirst()
                        .orElseThrow();
    }

    private static void saysInstall(Finding finding) {
        assertThat(finding.fix()).hasValueSatisfying(fix -> assertThat(fix).startsWith("Install"));
    }
}
