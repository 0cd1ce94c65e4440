package dev.edaworkshop.benchmarks.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.model.Message;

/** Deploys lab 5's solution to a local cloud and measures it from outside: the API, the pipeline, the import. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        header = "How fast is lab 5's service on this machine?%n",
        description = {
            "Requests go over HTTP through API Gateway and a function's process to DynamoDB Local, one after the other;",
            "then products are created and looked for in the audit's queue; then a file is imported."
        })
public final class ServiceProgram implements Callable<Integer> {
    private static final String PRODUCT = """
            {"sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "cost": 11.20, "region": "eu"}""";
    private static final Pattern CORRELATION = Pattern.compile("\"correlation_id\":\"(bench-[0-9]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("In the table: (\\d+) of (\\d+) rows");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--solution",
            paramLabel = "FOLDER",
            defaultValue = "solutions/lab5-product-api",
            description = "The service, built. Default: ${DEFAULT-VALUE}.")
    private Path solution;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Requests of each kind, after as many to warm up. Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Rows of the imported file; 0 leaves the import out. Default: ${DEFAULT-VALUE}.")
    private int rows;

    private ServiceProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServiceProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        print("Deploying %s …%n", solution);
        try (DeployedService service = DeployedService.deploy(solution);
                HttpClient http = HttpClient.newHttpClient()) {
            String token = service.accessToken();
            requests(service, http, token);
            pipeline(service, http, token);
            if (rows > 0) {
                importFile(service);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void requests(DeployedService service, HttpClient http, String token) throws Exception {
        print("%-52s %10s %10s   target p50, p99%n", "", "p50, ms", "p99, ms");
        long[] create = measured(number -> send(http, put(service, token, "warm-" + number), 201));
        line("PUT /products/{id}, new, as fast as one client can", create, "10, 40");
        service.settle(); // the pipeline works on the last of them
        long[] get = measured(number -> send(
                http,
                HttpRequest.newBuilder(service.url("/products/warm-" + number)).build(),
                200));
        line("GET /products/{id}, as fast as one client can", get, "10, 40");
    }

    /** Nanoseconds of each request, after as many that do not count. */
    private long[] measured(NumberedRequest request) throws Exception {
        int warmUp = requests;
        long[] nanos = new long[requests];
        for (int number = 0; number < warmUp + requests; number++) {
            long begin = System.nanoTime();
            request.send(number);
            if (number >= warmUp) {
                nanos[number - warmUp] = System.nanoTime() - begin;
            }
        }
        return nanos;
    }

    @FunctionalInterface
    private interface NumberedRequest {
        void send(int number) throws IOException, InterruptedException;
    }

    /** From the moment at which the client sends its request until the event is in a subscriber's hands. */
    private void pipeline(DeployedService service, HttpClient http, String token) throws Exception {
        String queue = service.output("AuditQueueUrl");
        service.sqs().purgeQueue(request -> request.queueUrl(queue));
        int many = Math.max(20, requests / 5);
        long[] sent = new long[many];
        long[] answered = new long[many];
        long[] latency = new long[many];
        int received = 0;
        for (int i = 0; i < many; i++) {
            sent[i] = System.nanoTime();
            send(http, put(service, token, "bench-" + i), 201);
            answered[i] = System.nanoTime() - sent[i];
            while (received <= i) {
                List<Message> messages = service.sqs()
                        .receiveMessage(request ->
                                request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(10))
                        .messages();
                long now = System.nanoTime();
                for (Message message : messages) {
                    Matcher correlation = CORRELATION.matcher(message.body().replace("\\\"", "\""));
                    if (!correlation.find()) {
                        throw new IllegalStateException("An event of somebody else: " + message.body());
                    }
                    latency[Integer.parseInt(correlation.group(1).substring("bench-".length()))] = now - sent[i];
                    received++;
                    service.sqs()
                            .deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
                }
            }
        }
        line("PUT, each after the event of the one before", answered, "10, 40");
        line("PUT until the event is at a subscriber", latency, "150");
        service.settle();
    }

    private void importFile(DeployedService service) throws IOException, InterruptedException {
        ProcessBuilder program = service.program("dev.edaworkshop.lab5.terminals.ImportProducts", String.valueOf(rows));
        program.command().add(1, "-Xmx256m");
        long begin = System.nanoTime();
        Process process = program.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Matcher imported = IMPORTED.matcher(printed);
        if (process.waitFor() != 0 || !imported.find() || Integer.parseInt(imported.group(1)) != rows) {
            throw new IllegalStateException("The import went wrong:\n" + printed);
        }
        print(
                "%-52s %,10.0f rows/s, with -Xmx256m   target 2,000%n",
                "Import of %,d rows".formatted(rows), rows / seconds);
        long settle = System.nanoTime();
        service.settle();
        print(
                "%-52s %,10.1f s later%n",
                "… until every event is at its subscribers", (System.nanoTime() - settle) / 1e9);
    }

    private static HttpRequest put(DeployedService service, String token, String product) {
        return HttpRequest.newBuilder(service.url("/products/" + product))
                .header("authorization", "Bearer " + token)
                .header("x-correlation-id", product)
                .PUT(BodyPublishers.ofString(PRODUCT))
                .build();
    }

    private static void send(HttpClient http, HttpRequest request, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%s was answered %d: %s".formatted(request, answer.statusCode(), answer.body()));
        }
    }

    private void line(String what, long[] nanos, String target) {
        Arrays.sort(nanos);
        print("%-52s %,10.1f %,10.1f   %s%n", what, percentile(nanos, 50), percentile(nanos, 99), target);
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
    }

    private void print(String format, Object... values) {
        PrintWriter to = spec.commandLine().getOut();
        to.printf(Locale.ROOT, format, values);
        to.flush();
    }
}
