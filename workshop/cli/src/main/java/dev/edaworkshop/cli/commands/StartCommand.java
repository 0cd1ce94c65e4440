package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.web.LabPage;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.DeployReceipt;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab start}: the cloud with the attendee's lab in it, until Ctrl-C. */
@Command(
        name = "start",
        description = "Start the local cloud with a lab deployed in it, and stay until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab start              lab 1 on port 4566",
            "  ./lab start 1 --port 0   on any free port",
            "  ./lab start --open       and its page in the browser"
        })
public final class StartCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LAB",
            defaultValue = "1",
            description = "1, lab1 or lab1-pubsub. Default: 1.")
    private String lab;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4566",
            description = "The port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--open", description = "Open the workshop's page in the browser.")
    private boolean open;

    public StartCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        Lab wanted = project.get().lab(lab);
        try (OpenLab running = OpenLab.start(project.get(), wanted, port)) {
            running.serve();
            deploy(running.lab(), running.cloud(), console);
            if (open) {
                Browser.open(LabPage.address(running.cloud().endpoint()), console);
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lab that does not deploy does not end the cloud: the attendee mends it, and the next check deploys it. */
    private void deploy(ResidentLab running, LocalCloud cloud, Console console) {
        Lab wanted = running.lab();
        console.line("Deploying %s …".formatted(wanted.folderName()));
        try {
            List<DeployReceipt> receipts = running.deploy();
            int resources = receipts.stream()
                    .mapToInt(receipt -> receipt.created().size())
                    .sum();
            console.marked(
                    Mark.GOOD,
                    "%s runs in the local cloud on %s: %d resources, among them %s."
                            .formatted(wanted.folderName(), cloud.endpoint(), resources, functions(cloud)));
        } catch (LabException e) {
            console.failure(e);
            console.advice("The local cloud stays, on %s; the next ./lab check deploys the lab again."
                    .formatted(cloud.endpoint()));
        }
        int number = wanted.number();
        console.line("");
        running.outputs().forEach((name, value) -> {
            if (value.contains("/_api/")) {
                console.line("%-23s %s".formatted(name + ":", value));
            }
        });
        console.line("See it in the browser:  " + LabPage.address(cloud.endpoint()));
        console.line("");
        console.line("In other terminals, in this folder:");
        console.line("  ./lab check %d          is it as the exercises ask? Deploys what you changed, too"
                .formatted(number));
        console.line("  ./lab events -f        what happens to your events, as it happens");
        names(cloud).stream()
                .min(Comparator.comparing((String name) -> !name.equals("Inventory")))
                .ifPresent(name -> console.line("  %-22s what it printed".formatted("./lab logs " + name)));
        console.line("Open guide/%s.md and begin with exercise %d.1. Ctrl-C here ends everything."
                .formatted(wanted.folderName(), number));
    }

    private static String functions(LocalCloud cloud) {
        List<String> names = names(cloud);
        return names.isEmpty() ? "no function" : "the functions " + String.join(", ", names);
    }

    private static List<String> names(LocalCloud cloud) {
        return cloud.account().functions().all().stream()
                .map(function -> Names.plain(function.name()))
                .sorted()
                .toList();
    }
}
