package dev.edaworkshop.lab1.terminals;

import dev.edaworkshop.lab1.SnsEventPublisher;
import dev.edaworkshop.lab1.reservations.DynamoDbStock;
import dev.edaworkshop.lab1.reservations.Reservations;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Runs the reservations without Lambda: in a terminal, or in a container (see {@code Containerfile}). */
public final class ReservationsWorker {

    private static final int STOPPED = 0;
    private static final int GIVEN_UP = 1;
    private static final int WRONG_SETTINGS = 2;

    public static void main(String[] args) throws InterruptedException {
        var exitCode = new AtomicInteger(GIVEN_UP);
        try {
            CommandLine commandLine = CommandLine.parse(List.of(args), System.getenv());
            if (commandLine.flags().contains("help")) {
                System.out.println(CommandLine.help());
                return;
            }
            Settings settings = commandLine.settings(System.getenv());
            settings.shown().forEach(System.out::println);
            if (commandLine.flags().contains("show-config")) {
                return;
            }
            run(settings, exitCode);
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            exitCode.set(WRONG_SETTINGS);
        }
        System.exit(exitCode.get());
    }

    private static void run(Settings settings, AtomicInteger exitCode) throws InterruptedException {
        int stopAfter = settings.number(Setting.STOP_AFTER, 0, Integer.MAX_VALUE);
        QueuePoller poller = poller(settings, System.out);
        // A virtual thread: unlike others it can be interrupted while it waits for an answer from the network.
        Thread polling = Thread.ofVirtual().start(() -> exitCode.set(poll(poller, stopAfter)));
        Thread stop = Thread.ofPlatform().unstarted(() -> {
            poller.stop();
            try {
                polling.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            // Otherwise Java ends with 143, as if it had been killed in the middle of something.
            Runtime.getRuntime().halt(exitCode.get());
        });
        Runtime.getRuntime().addShutdownHook(stop);
        polling.join();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            stop.join(); // Ctrl-C: the hook is at work and ends the program.
        }
    }

    private static int poll(QueuePoller poller, int stopAfter) {
        try {
            poller.run(stopAfter == 0 ? Long.MAX_VALUE : stopAfter);
            return STOPPED;
        } catch (QueueDoesNotExistException e) {
            System.err.printf(
                    "The queue is gone: %s%nHas the shop been started again? Then start this again, too.%n",
                    e.getMessage());
        } catch (SdkException e) {
            System.err.printf(
                    "The worker stops: %s%nIs the shop still running? Look at ./lab start 1.%n", e.getMessage());
        }
        return GIVEN_UP;
    }

    private static QueuePoller poller(Settings settings, PrintStream out) {
        Duration wait = Duration.ofSeconds(settings.number(Setting.WAIT_SECONDS, 0, 20));
        var reading = new QueuePoller.Reading(
                settings.required(Setting.QUEUE),
                settings.number(Setting.BATCH_SIZE, 1, 10),
                wait,
                Duration.ofSeconds(settings.number(Setting.VISIBILITY_SECONDS, 2, 43_200)));
        SqsClient sqs = at(settings, SqsClient.builder())
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(wait.plusSeconds(10)))
                .build();
        return new QueuePoller(
                sqs, reading, reservations(settings)::run, InstantSource.system(), ReservationsWorker::pause, out);
    }

    private static Reservations reservations(Settings settings) {
        var stock = new DynamoDbStock(
                at(settings, DynamoDbClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                settings.required(Setting.STOCK_TABLE),
                settings.required(Setting.HANDLED_EVENTS_TABLE));
        var events = new SnsEventPublisher(
                at(settings, SnsClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                Map.of("stock_reserved", settings.required(Setting.STOCK_RESERVED_TOPIC)));
        return new Reservations(stock, events, InstantSource.system(), settings.text(Setting.WAREHOUSE));
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(Settings settings, B client) {
        String endpoint = settings.text(Setting.ENDPOINT);
        client.region(Region.of(settings.text(Setting.REGION)));
        return endpoint.isBlank() ? client : client.endpointOverride(URI.create(endpoint));
    }

    private static void pause(Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ReservationsWorker() {}
}
