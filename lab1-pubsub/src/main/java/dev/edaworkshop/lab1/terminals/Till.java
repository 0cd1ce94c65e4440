package dev.edaworkshop.lab1.terminals;

import dev.edaworkshop.lab1.EventPublisher;
import dev.edaworkshop.lab1.ProductEvent;
import dev.edaworkshop.lab1.SnsEventPublisher;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The till on the pier: says that somebody paid, so that you can see what Inventory makes of it. */
public final class Till {

    private static final String USAGE = "./lab run 1 till p-0001 2";

    private final EventPublisher events;
    private final InstantSource clock;
    private final PrintStream out;

    Till(EventPublisher events, InstantSource clock, PrintStream out) {
        this.events = events;
        this.clock = clock;
        this.out = out;
    }

    /** @param args product id, number of pieces, and perhaps the event id of a payment that is to be said once more */
    public static void main(String[] args) {
        String topicArn = Environment.require("PAYMENT_TAKEN_TOPIC_ARN", USAGE);
        if (args.length < 2 || !args[1].matches("[1-9]\\d{0,3}")) {
            System.err.printf("Which product, and how many? For instance: %s%n", USAGE);
            System.exit(2);
        }
        String eventId = args.length > 2 ? args[2] : UUID.randomUUID().toString();
        try (SnsClient sns = SnsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            var publisher = new SnsEventPublisher(sns, Map.of("payment_taken", topicArn));
            new Till(publisher, InstantSource.system(), System.out).pay(eventId, args[0], Integer.parseInt(args[1]));
        } catch (SdkClientException e) {
            System.err.printf("Not published: %s%nIs the shop running? Look at ./lab start 1.%n", e.getMessage());
            System.exit(1);
        }
    }

    void pay(String eventId, String productId, int quantity) {
        events.publish(new ProductEvent(
                eventId, "payment_taken", "till", clock.instant(), productId, Map.of("quantity", quantity)));
        out.printf("Somebody paid for %d of %s (event %s)%n", quantity, productId, eventId);
    }
}
