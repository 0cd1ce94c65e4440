package dev.edaworkshop.lab4.terminals;

import dev.edaworkshop.lab4.given.BusPublisher;
import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EventPublisher;
import dev.edaworkshop.lab4.given.EventRefusedException;
import dev.edaworkshop.lab4.given.Metadata;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Says that something was reserved for an order, as Inventory does, so that you can see how it is paid. */
public final class OrderDesk {

    private final EventPublisher events;
    private final InstantSource clock;
    private final PrintStream out;

    OrderDesk(EventPublisher events, InstantSource clock, PrintStream out) {
        this.events = events;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] args) {
        String bus = Environment.require("BUS_NAME", "./lab run 4 order o-1");
        String orderId =
                args.length > 0 ? args[0] : "o-" + UUID.randomUUID().toString().substring(0, 4);
        String card = args.length > 1 ? args[1] : "card-7";
        try (EventBridgeClient events = EventBridgeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            new OrderDesk(new BusPublisher(events, bus), InstantSource.system(), System.out).reserve(orderId, card);
        } catch (EventRefusedException | SdkClientException e) {
            System.err.printf("Not published: %s%nIs the shop running? Look at ./lab start 4.%n", e.getMessage());
            System.exit(1);
        }
    }

    void reserve(String orderId, String card) {
        Envelope stockReserved = new Envelope(
                Map.of(
                        "order_id",
                        orderId,
                        "customer_id",
                        "c-7",
                        "sku",
                        "TOY-0001",
                        "amount",
                        new BigDecimal("24.90"),
                        "card",
                        card),
                new Metadata(
                        UUID.randomUUID().toString(),
                        "stock_reserved",
                        "shop.inventory",
                        1,
                        UUID.randomUUID().toString(),
                        clock.instant()));
        events.publish(stockReserved);
        out.printf(
                "Published stock_reserved for order %s, to be paid with %s (correlation id %s)%n",
                orderId, card, stockReserved.metadata().correlationId());
    }
}
