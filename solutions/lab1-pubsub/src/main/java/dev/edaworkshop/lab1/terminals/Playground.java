package dev.edaworkshop.lab1.terminals;

import dev.edaworkshop.lab1.EventPublisher;
import dev.edaworkshop.lab1.ProductEvent;
import dev.edaworkshop.lab1.SnsEventPublisher;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Says that a product was created, so that you can see who hears it. */
public final class Playground {

    private final EventPublisher events;
    private final InstantSource clock;
    private final PrintStream out;

    Playground(EventPublisher events, InstantSource clock, PrintStream out) {
        this.events = events;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] args) {
        String topicArn = Environment.require("PRODUCT_CREATED_TOPIC_ARN", "./lab run 1 playground \"Wooden boat\"");
        String product = args.length == 0 ? "Wooden boat" : String.join(" ", args);
        try (SnsClient sns = SnsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            EventPublisher publisher = new SnsEventPublisher(sns, Map.of("product_created", topicArn));
            new Playground(publisher, InstantSource.system(), System.out).publish(product);
        } catch (SdkClientException e) {
            System.err.printf("Not published: %s%nIs the shop running? Look at ./lab start 1.%n", e.getMessage());
            System.exit(1);
        }
    }

    void publish(String product) {
        String sku = "PLAY-" + product.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        ProductEvent event = new ProductEvent(
                UUID.randomUUID().toString(),
                "product_created",
                "playground",
                clock.instant(),
                "p-" + sku.toLowerCase(Locale.ROOT),
                Map.of(
                        "sku",
                        sku,
                        "name",
                        product,
                        "category",
                        "toys",
                        "price",
                        new BigDecimal("24.90"),
                        "region",
                        "eu"));
        events.publish(event);
        out.printf("Published %s about %s (event %s)%n", event.eventName(), product, event.eventId());
    }
}
