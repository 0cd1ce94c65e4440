package dev.edaworkshop.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void hands_on_names_and_options_with_their_values() {
        assertThat(program("layers", "--full", "--out", "docs/benchmarks", "--machine", "2 cores, 24 GiB"))
                .endsWith(
                        "dev.edaworkshop.benchmarks.micro.BenchProgram",
                        "layers",
                        "--full",
                        "--out=docs/benchmarks",
                        "--machine=2 cores, 24 GiB");
    }

    @Test
    void the_service_is_measured_by_a_program_of_its_own() {
        assertThat(program("service", "--rows", "0"))
                .endsWith("dev.edaworkshop.benchmarks.service.ServiceProgram", "--rows=0");
    }

    @Test
    void refuses_an_option_that_it_does_not_know() {
        assertThatThrownBy(() -> program("--quick")).hasMessageContaining("--quick");
    }

    private static List<String> program(String... arguments) {
        var bench = new BenchCommand(Terminal.plain(), () -> new Project(ROOT));
        new CommandLine(bench).parseArgs(arguments);
        return bench.program(ROOT);
    }
}
