package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.takehome.NewService;
import dev.edaworkshop.cli.takehome.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab new}: a service of one's own, built like the last lab's. */
@Command(
        name = "new",
        description = {
            "Take it home: begin a service of your own with the structure, tests and stack of lab 5's solution.",
            "The project needs nothing of the workshop, and its build passes at once."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab new harbour-orders --package com.example.orders",
            "  ./lab new harbour-orders --package com.example.orders --entity Order --into ../services",
            "  ./lab new harbour-quizzes --package com.example.quizzes --entity Quiz --plural Quizzes"
        })
public final class NewCommand implements Runnable {
    private static final String LAB = "5";

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Small letters and hyphens; the folder is called so, too.")
    private String name;

    @Option(names = "--package", required = true, paramLabel = "PACKAGE", description = "Of the service's classes.")
    private String packageName;

    @Option(
            names = "--entity",
            paramLabel = "WORD",
            defaultValue = "Product",
            description = "What it keeps, in the singular. Default: ${DEFAULT-VALUE}.")
    private String entity;

    @Option(
            names = "--plural",
            paramLabel = "WORD",
            description = "Several of them, if no rule gives it: Quizzes. By rule: Orders, Boxes, Companies.")
    private @Nullable String plural;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Where the service's folder goes. Default: beside the workshop.")
    private @Nullable Path into;

    public NewCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        Path root = project.get().root();
        Path beside = root.resolveSibling(".").normalize();
        Path folder =
                (into == null ? beside : into).resolve(name).toAbsolutePath().normalize();
        try {
            ServiceName service = plural == null
                    ? new ServiceName(name, packageName, entity)
                    : new ServiceName(name, packageName, entity, plural);
            new NewService(root, project.get().lab(LAB)).write(service, folder);
        } catch (IllegalArgumentException e) {
            throw new LabException(
                    "There cannot be such a service.", String.valueOf(e.getMessage()), "Choose another name.", e);
        } catch (IOException e) {
            throw new LabException(
                    "The service could not be written.",
                    String.valueOf(e.getMessage()),
                    "Look whether you may write to %s, then delete it and try again.".formatted(folder),
                    e);
        }
        var console = new Console(spec.commandLine().getOut(), terminal);
        console.marked(Mark.GOOD, "%s is in %s.".formatted(name, folder));
        console.line("In that folder:");
        console.line("  mvn verify                        builds and tests it");
        console.line("  npx --yes aws-cdk@2.1135.1 synth  prints its CloudFormation template");
    }
}
