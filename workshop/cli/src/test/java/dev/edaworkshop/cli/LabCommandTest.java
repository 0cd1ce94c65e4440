package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class LabCommandTest {
    @TempDir
    private Path root;

    @Test
    void help_lists_the_commands_shows_examples_and_points_to_the_guide() {
        Lab lab = Lab.run(this::project, "--help");

        assertThat(lab.exit()).isZero();
        assertThat(lab.out())
                .contains("doctor", "list", "./lab doctor", "guide/README.md")
                .doesNotContain("train");
        assertThat(lab.err()).isEmpty();
    }

    @Test
    void without_arguments_it_shows_the_help() {
        assertThat(Lab.run(this::project)).isEqualTo(Lab.run(this::project, "--help"));
    }

    @Test
    void every_command_has_help_with_a_description() {
        for (String command : LabCommand.commandLine(Terminal.plain(), this::project)
                .getSubcommands()
                .keySet()) {
            Lab lab = Lab.run(this::project, command, "--help");

            assertThat(lab.exit()).as(command).isZero();
            assertThat(lab.out()).as(command).contains("Usage: lab " + command, "--verbose");
        }
    }

    @Test
    void run_hands_a_programs_options_on_even_those_it_has_itself() {
        CommandLine lab = LabCommand.commandLine(Terminal.plain(), this::project);

        var run = lab.parseArgs("run", "1", "reservations", "--warehouse", "north", "--help", "--verbose", "-x")
                .subcommand();

        assertThat(run.matchedPositionalValue(2, List.of()))
                .containsExactly("--warehouse", "north", "--help", "--verbose", "-x");
    }

    @Test
    void help_and_version_need_no_project() {
        assertThat(Lab.run(LabCommandTest::noProject, "--help").exit()).isZero();
        assertThat(Lab.run(LabCommandTest::noProject, "--version").out())
                .contains("workshop", "Java " + System.getProperty("java.version"));
    }

    @Test
    void what_follows_the_name_of_a_program_is_the_programs() {
        CommandLine.ParseResult run = LabCommand.commandLine(Terminal.plain(), this::project)
                .parseArgs("run", "4", "redrive", "--help", "--go")
                .subcommand();

        assertThat(run.isUsageHelpRequested()).isFalse();
        assertThat(run.matchedPositionalValue(2, List.of())).isEqualTo(List.of("--help", "--go"));
    }

    @Test
    void an_unknown_command_gets_the_nearest_suggestion() {
        Lab lab = Lab.run(this::project, "docter");

        assertThat(lab.exit()).isEqualTo(2);
        assertThat(lab.out()).isEmpty();
        assertThat(lab.err()).isEqualToNormalizingNewlines("""
                ✗ There is no command “docter”.
                  You typed: ./lab docter
                  → Did you mean doctor?
                """);
    }

    @Test
    void an_unknown_option_points_to_the_help_of_its_command() {
        Lab lab = Lab.run(this::project, "list", "--quick");

        assertThat(lab.exit()).isEqualTo(2);
        assertThat(lab.err()).contains("--quick", "You typed: ./lab list --quick", "See ./lab list --help.");
    }

    @Test
    void an_expected_failure_is_one_paragraph_and_no_stack_trace() {
        Lab lab = Lab.run(LabCommandTest::noProject, "list");

        assertThat(lab.exit()).isEqualTo(2);
        assertThat(lab.err()).isEqualToNormalizingNewlines("""
                ✗ No project.
                  Here.
                  → Go there.
                """);
    }

    @Test
    void an_unexpected_failure_says_where_the_details_are() throws Exception {
        Lab lab = Lab.run(lab().addSubcommand(new BrokenCommand()), "broken");

        assertThat(lab.exit()).isEqualTo(2);
        assertThat(lab.err())
                .contains("IllegalStateException: the flux is negative", "--verbose", "./lab doctor")
                .doesNotContain("\tat ");
        Path details = root.resolve(".lab/last-error.txt");
        assertThat(lab.err()).contains(details.toString());
        assertThat(Files.readString(details)).contains("\tat " + BrokenCommand.class.getName());
    }

    @Test
    void verbose_shows_the_stack_trace() {
        Lab lab = Lab.run(lab().addSubcommand(new BrokenCommand()), "broken", "--verbose");

        assertThat(lab.err()).contains("\tat " + BrokenCommand.class.getName());
    }

    @Test
    void colours_appear_on_a_terminal_only() {
        assertThat(Lab.run(new Terminal(true, 80), this::project, "--help").out())
                .contains("\u001b[");
        assertThat(Lab.run(new Terminal(false, 80), this::project, "--help").out())
                .doesNotContain("\u001b");
    }

    private CommandLine lab() {
        return LabCommand.commandLine(new Terminal(false, 120), this::project);
    }

    private Project project() {
        return new Project(root);
    }

    private static Project noProject() {
        throw new LabException("No project.", "Here.", "Go there.");
    }

    @Command(name = "broken")
    private static final class BrokenCommand implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("the flux is negative");
        }
    }
}
