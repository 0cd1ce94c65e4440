package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class DocumentedCommandsTest {
    /** In running text between backquotes, or at the beginning of a line of a code block or an example. */
    private static final Pattern COMMAND = Pattern.compile("`(\\./lab [^`]+)`|(?m)^\\s*(\\./lab .+)$");

    private static final Project PROJECT = Project.find(Optional.empty(), Path.of(""));

    @Test
    void every_command_on_a_page_can_be_typed() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            commands.addAll(commandsIn(Files.readString(page)));
        }

        assertThat(commands).hasSizeGreaterThan(20);
        commands.forEach(DocumentedCommandsTest::assertCanBeTyped);
    }

    @Test
    void every_example_in_the_help_can_be_typed() {
        CommandLine lab = lab();
        List<String> examples = Stream.concat(Stream.of(lab), lab.getSubcommands().values().stream())
                .map(command -> command.getCommandSpec().usageMessage())
                .flatMap(DocumentedCommandsTest::footer)
                .flatMap(footer -> commandsIn(footer).stream())
                .toList();

        assertThat(examples).hasSizeGreaterThan(10);
        examples.forEach(DocumentedCommandsTest::assertCanBeTyped);
    }

    private static void assertCanBeTyped(String command) {
        // An upper-case word stands for something; two spaces or a hash begin a remark.
        String typed = command.replaceFirst("(\\s{2,}|\\s#).*$", "").replaceFirst("[.,:;]$", "");
        if (typed.matches(".*(\\b[A-Z]{2,}\\b|…|\\.\\.\\.).*")) {
            return;
        }
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(typed);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        words.removeFirst();
        assertThatCode(() -> lab().parseArgs(words.toArray(String[]::new)))
                .as(typed)
                .doesNotThrowAnyException();
    }

    private static CommandLine lab() {
        return LabCommand.commandLine(Terminal.plain(), () -> PROJECT);
    }

    private static Stream<String> footer(UsageMessageSpec usage) {
        return Stream.of(usage.footer());
    }

    private static List<String> commandsIn(String text) {
        return COMMAND.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(String::strip)
                .toList();
    }

    private static List<Path> pages() {
        Path root = PROJECT.root();
        try (Stream<Path> guide = Files.list(root.resolve("guide"));
                Stream<Path> docs = Files.list(root.resolve("docs"))) {
            return Stream.of(Stream.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md")), guide, docs)
                    .flatMap(pages -> pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
