package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.ResidentChecker;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.control.RemoteChecker;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.ExerciseId;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.LabId;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.project.Selection;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.cli.watch.WatchActions;
import dev.edaworkshop.cli.watch.WatchSession;
import dev.edaworkshop.cli.web.LabPage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab watch}: a verdict after each save. */
@Command(
        name = "watch",
        description = {
            "Check a lab after each save, from the exercise you are at, until q or Ctrl-C.",
            "Uses a running ./lab start; without one it is one itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab watch             lab 1",
            "  ./lab watch 1.3         lab 1, from exercise 1.3",
            "  ./lab watch 1 --plain   lines instead of a screen, and no keys"
        })
public final class WatchCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LAB|EXERCISE",
            defaultValue = "1",
            description = "1, lab1-pubsub, or 1.2 to begin there. Default: 1.")
    private String what;

    @Option(names = "--plain", description = "Print lines, and read no keys. So it does without a terminal.")
    private boolean plain;

    @Option(
            names = "--poll",
            description = "Look for changes four times a second. So it does where the system reports none.")
    private boolean poll;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4566",
            description =
                    "The port on 127.0.0.1, if no ./lab start runs; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    public WatchCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Selection selection = Selection.parse(what);
        Lab wanted = project.get()
                .lab(
                        switch (selection) {
                            case LabId id -> id.toString();
                            case ExerciseId id -> String.valueOf(id.lab());
                        });
        Optional<String> from =
                selection instanceof ExerciseId id ? Optional.of(id.lab() + "." + id.number()) : Optional.empty();
        Optional<Resident> resident = Residents.find(project.get(), notice -> errors.marked(Mark.WARNING, notice))
                .filter(running -> running.lab().equals(wanted.folderName()));
        WatchActions keys =
                WatchActions.with(List.of(new DiffAction(terminal), new ResetAction(project.get(), console)));
        Progress progress = new Progress(
                project.get().stateFolder(), InstantSource.system(), notice -> errors.marked(Mark.WARNING, notice));
        if (resident.isPresent()) {
            ControlClient running = new ControlClient(resident.get());
            console.line("Using the running ./lab start on port %d. See the lab in the browser: %s"
                    .formatted(resident.get().port(), LabPage.address(running.endpoint())));
            new WatchSession(wanted, new RemoteChecker(running), console, keys, progress).run(from, plain, poll);
            return;
        }
        try (OpenLab open = OpenLab.start(project.get(), wanted, port)) {
            open.serve();
            console.line("See the lab in the browser: "
                    + LabPage.address(open.cloud().endpoint()));
            new WatchSession(wanted, new ResidentChecker(open.lab()), console, keys, progress).run(from, plain, poll);
        }
    }
}
