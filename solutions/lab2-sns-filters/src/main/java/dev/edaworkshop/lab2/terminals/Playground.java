package dev.edaworkshop.lab2.terminals;

import dev.edaworkshop.lab2.EventAttributes;
import dev.edaworkshop.lab2.given.EventPublisher;
import dev.edaworkshop.lab2.given.ProductEvent;
import dev.edaworkshop.lab2.given.SnsEventPublisher;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Announces new products of all kinds, as the catalogue does, so that you can see who hears of which. */
public final class Playground {

    private static final String HOW = "./lab run 2 playground 20";
    private static final int UNLESS_SAID = 20;
    /** A category, and what its article numbers begin with. */
    private static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("toys", "TOY"),
            Map.entry("games", "GAM"),
            Map.entry("rope", "ROP"),
            Map.entry("clothing", "CLO"),
            Map.entry("lamps", "LAM"));

    private static final List<String> REGIONS = List.of("eu", "uk", "test");

    private final EventPublisher events;
    private final InstantSource clock;
    private final Random random;
    private final PrintStream out;

    Playground(EventPublisher events, InstantSource clock, Random random, PrintStream out) {
        this.events = events;
        this.clock = clock;
        this.random = random;
        this.out = out;
    }

    public static void main(String[] args) {
        String topicArn = Environment.require("PRODUCT_CREATED_TOPIC_ARN", HOW);
        int products = products(args);
        try (SnsClient sns = SnsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            EventPublisher publisher =
                    new SnsEventPublisher(sns, Map.of("product_created", topicArn), EventAttributes::of);
            new Playground(publisher, InstantSource.system(), new Random(), System.out).publish(products);
        } catch (SdkException e) {
            System.err.printf("Not published: %s%nIs the shop running? Look at ./lab start 2.%n", e.getMessage());
            System.exit(1);
        }
    }

    private static int products(String[] args) {
        try {
            return args.length == 0 ? UNLESS_SAID : Integer.parseInt(args[0]);
        } catch (NumberFormatException e) {
            System.err.printf("How many products? Start this program with: %s%n", HOW);
            System.exit(2);
            throw e;
        }
    }

    void publish(int products) {
        for (int number = 1; number <= products; number++) {
            ProductEvent event = event(number);
            events.publish(event);
            out.printf("%s %s%n", event.eventName(), event.facts());
        }
        out.printf("Published %d events. ./lab events shows who got them.%n", products);
    }

    private ProductEvent event(int number) {
        Map.Entry<String, String> kind = KINDS.get(random.nextInt(KINDS.size()));
        Map<String, Object> facts = new TreeMap<>();
        facts.put("category", kind.getKey());
        facts.put("sku", "%s-%04d".formatted(kind.getValue(), number));
        facts.put("name", "Product no. " + number);
        facts.put("region", REGIONS.get(random.nextInt(REGIONS.size())));
        if (random.nextInt(20) > 0) { // one in twenty has to be asked for at the harbour office
            facts.put("price", BigDecimal.valueOf(random.nextLong(1, (long) Math.pow(10, random.nextInt(3, 6))), 2));
        }
        return new ProductEvent(
                UUID.randomUUID().toString(), "product_created", "playground", clock.instant(), "p-" + number, facts);
    }
}
