package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlEndpoint;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.web.LabPage;
import dev.edaworkshop.localcloud.LocalCloud;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab cloud}: the local cloud and nothing else, until Ctrl-C. */
@Command(
        name = "cloud",
        description = "Run the local cloud alone, for any client, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab cloud               on port 4566",
            "  ./lab cloud --port 0      on any free port",
            "  AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=us-east-1 \\",
            "    AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any aws sns list-topics --endpoint-url http://127.0.0.1:4566"
        })
public final class CloudCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4566",
            description = "The port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--open", description = "Open the workshop's page in the browser.")
    private boolean open;

    public CloudCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        ControlEndpoint control = new ControlEndpoint(project.get().root());
        try (LocalCloud cloud = Ports.open(port, control)) {
            control.serve("local cloud", cloud.account());
            Thread atExit = Thread.ofPlatform().unstarted(cloud::close);
            Runtime.getRuntime().addShutdownHook(atExit);
            console.line("The local cloud answers on %s (account %s, region %s). Ctrl-C ends it."
                    .formatted(cloud.endpoint(), LocalCloud.ACCOUNT_ID, LocalCloud.REGION));
            console.line("See what happens in it in the browser:  " + LabPage.address(cloud.endpoint()));
            if (open) {
                Browser.open(LabPage.address(cloud.endpoint()), console);
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
