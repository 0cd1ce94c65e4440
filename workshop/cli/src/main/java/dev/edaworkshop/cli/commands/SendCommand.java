package dev.edaworkshop.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.cli.playground.JsonLines;
import dev.edaworkshop.cli.playground.Pace;
import dev.edaworkshop.cli.playground.Receipt;
import dev.edaworkshop.cli.playground.Sender;
import dev.edaworkshop.cli.playground.ShopEvent;
import dev.edaworkshop.cli.playground.Target;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.testkit.exercises.DemoProduct;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab send}: sends events of the shop to the running cloud. */
@Command(
        name = "send",
        description = "Send sample events of the shop, or your own, to a topic, queue or bus of the running cloud.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab send                                       one product_created",
            "  ./lab send product_price_changed --count 100 --rate 20",
            "  ./lab send --attribute region=uk --to ProductCreated",
            "  ./lab send --file events.jsonl --to WorkerQueue"
        })
public final class SendCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEMPLATE",
            defaultValue = "product_created",
            description = "product_created, product_price_changed or product_deleted. Default: ${DEFAULT-VALUE}.")
    private String template;

    @Option(
            names = "--to",
            paramLabel = "NAME|ARN",
            defaultValue = "",
            description = "An output of the stack, a part of its name, an ARN or a queue's URL.")
    private String to;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many. Default: 1.")
    private int count;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "At most so many in a second. Default: as fast as it goes.")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which products and ids; the same seed sends the same. Default: 1.")
    private long seed;

    @Option(names = "--body", paramLabel = "TEXT", defaultValue = "", description = "Your own body for the event.")
    private String body;

    @Option(names = "--attribute", paramLabel = "KEY=VALUE", description = "A message attribute; may be repeated.")
    private Map<String, String> attributes = Map.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Bodies: JSON objects, an array of them, or one per line; - is the input.")
    private String file;

    public SendCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() {
        check();
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Resident resident = Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice));
        var client = new ControlClient(resident);
        Target target = Target.choose(to, template, client.outputs());
        List<JsonNode> bodies = file.isEmpty() ? List.of() : JsonLines.read(file, System.in);
        int many = file.isEmpty() ? count : bodies.size();
        var receipts = new ReceiptPrinter(console, terminal.colours(), many, Names.of(target.address()));
        var stopped = new AtomicBoolean();
        Thread main = Thread.currentThread();
        Thread stop = Thread.ofPlatform().unstarted(() -> {
            stopped.set(true);
            main.interrupt();
            receipts.summary();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try (var sender = new Sender(client.endpoint(), LocalCloud.REGION)) {
            Pace pace = new Pace(rate);
            IntFunction<ShopEvent> events = events(
                    bodies,
                    DemoProduct.catalogueOf(project.get().lab(resident.lab()).solution()));
            for (int i = 0; i < many && !stopped.get(); i++) {
                pace.await();
                ShopEvent made = events.apply(i);
                boolean own = !body.isEmpty() || !bodies.isEmpty();
                ShopEvent event = (target instanceof Target.Bus && !own ? made.inEnvelope() : made).with(attributes);
                Receipt receipt = sender.send(event, target);
                receipts.print(event, receipt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Ctrl-C; the summary is being printed
            return 1;
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        receipts.summary();
        return receipts.refused() == 0 ? 0 : 1;
    }

    private IntFunction<ShopEvent> events(List<JsonNode> bodies, List<DemoProduct> products) {
        Random random = new Random(seed);
        InstantSource clock = InstantSource.system();
        if (!bodies.isEmpty()) {
            return i -> ShopEvent.of(template, bodies.get(i).toString());
        }
        return body.isEmpty()
                ? i -> ShopEvent.of(template, products, random, clock.instant())
                : i -> ShopEvent.of(template, body);
    }

    private void check() {
        if (count < 1 || rate < 0) {
            throw new LabException(
                    "--count is %d and --rate is %s.".formatted(count, rate),
                    "At least one event is sent, and not backwards in time.",
                    "For instance: ./lab send --count 10 --rate 2");
        }
        boolean own = !body.isEmpty() || !file.isEmpty();
        if (!own && !ShopEvent.TEMPLATES.contains(template)) {
            throw new LabException(
                    "There is no template %s.".formatted(template),
                    "There are: " + String.join(", ", ShopEvent.TEMPLATES) + ".",
                    "Choose one, or send what you like with --body or --file.");
        }
    }
}
