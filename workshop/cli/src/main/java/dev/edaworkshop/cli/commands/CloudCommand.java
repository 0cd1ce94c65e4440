package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.localcloud.LocalCloud;
import java.util.concurrent.CountDownLatch;
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

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4566",
            description = "The port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    public CloudCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        try (LocalCloud cloud = Ports.open(port, (request, response) -> false)) {
            Thread atExit = Thread.ofPlatform().unstarted(cloud::close);
            Runtime.getRuntime().addShutdownHook(atExit);
            console.line("The local cloud answers on %s (account %s, region %s). Ctrl-C ends it."
                    .formatted(cloud.endpoint(), LocalCloud.ACCOUNT_ID, LocalCloud.REGION));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
