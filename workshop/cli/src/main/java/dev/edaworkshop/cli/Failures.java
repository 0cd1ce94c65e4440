package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one readable paragraph on standard error, and exit code 2. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;
    private final Supplier<Project> project;

    Failures(Terminal terminal, Supplier<Project> project) {
        // Standard error may be redirected while standard output is a terminal, so errors are never coloured.
        this.terminal = new Terminal(false, terminal.width());
        this.project = project;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        var console = new Console(command.getErr(), terminal);
        if (e.getCause() instanceof LabException expected) { // from a converter
            console.failure(expected);
            return ExitCode.USAGE;
        }
        console.failure(new LabException(
                complaint(e),
                "You typed: ./lab " + String.join(" ", arguments),
                suggestion(e)
                        .map(suggestion -> "Did you mean " + suggestion + "?")
                        .orElse("See ./" + command.getCommandSpec().qualifiedName() + " --help.")));
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        var console = new Console(command.getErr(), terminal);
        switch (e) {
            case LabException expected -> console.failure(expected);
            default -> console.failure(unexpected(e));
        }
        if (root(command).verbose()) {
            e.printStackTrace(command.getErr());
        }
        return ExitCode.USAGE;
    }

    private LabException unexpected(Exception e) {
        String reason = Optional.ofNullable(e.getMessage())
                .map(message -> ": " + message)
                .orElse("");
        return new LabException(
                "Something went wrong that should not have: " + e.getClass().getSimpleName() + reason,
                keepDetails(e)
                        .map(file -> "The details are in " + file + ".")
                        .orElse("The details could not be saved."),
                "Run the same command with --verbose to see them here, and ./lab doctor to see whether something is"
                        + " missing. If it stays, report it with the details.");
    }

    private Optional<Path> keepDetails(Exception e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        try {
            return Optional.of(
                    Files.writeString(project.get().stateFolder().resolve("last-error.txt"), trace.toString()));
        } catch (IOException | LabException notWritable) {
            return Optional.empty(); // what went wrong in the first place matters more
        }
    }

    private static Optional<String> suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        List<String> all = unmatched.getSuggestions();
        String typed = unmatched.getUnmatched().getFirst();
        // Of all that look similar, those which begin alike were meant more probably than the others.
        List<String> alike = all.stream()
                .filter(suggestion -> suggestion.regionMatches(0, typed, 0, 1))
                .toList();
        return (alike.isEmpty() ? all : alike).stream().limit(2).reduce((one, other) -> one + " or " + other);
    }

    /** Picocli's own words, except where they are those of a parser. */
    private static String complaint(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            boolean command = !e.getCommandLine().getSubcommands().isEmpty() && !first.startsWith("-");
            return (command ? "There is no command “%s”." : "“%s” does not belong here.").formatted(first);
        }
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("These arguments do not fit.");
    }

    private static LabCommand root(CommandLine command) {
        return command.getCommandSpec().root().commandLine().getCommand();
    }
}
