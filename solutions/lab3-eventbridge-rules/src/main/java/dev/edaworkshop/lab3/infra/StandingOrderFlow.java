package dev.edaworkshop.lab3.infra;

import dev.edaworkshop.lab3.PaymentsHandler;
import dev.edaworkshop.lab3.ReceiptsHandler;
import dev.edaworkshop.lab3.ReservationsHandler;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** From a new chart or lamp over a reserved piece and a paid deposit to a receipt: four events, and nobody in command. */
final class StandingOrderFlow extends Construct {

    private final ShopFunction reservations;
    private final ShopFunction payments;
    private final ShopFunction receipts;

    StandingOrderFlow(Construct scope, String id, HarbourBus harbour) {
        super(scope, id);
        reservations = new ShopFunction(this, "Reservations", ReservationsHandler.class);
        payments = new ShopFunction(this, "Payments", PaymentsHandler.class);
        receipts = new ShopFunction(this, "Receipts", ReceiptsHandler.class);
        harbour.letPublish(reservations, "shop.inventory");
        harbour.letPublish(payments, "shop.payments");
        harbour.letPublish(receipts, "shop.notifications");

        // Nobody has a standing order for anything else, so nothing else is worth an invocation.
        Map<String, Object> ordered = Map.of("data", Map.of("category", List.of("charts", "lamps")));
        on("product_created", harbour.bus(), reservations, ordered);
        on("stock_reserved", harbour.bus(), payments, Map.of());
        on("payment_taken", harbour.bus(), receipts, Map.of());
    }

    private void on(String eventName, IEventBus bus, ShopFunction function, Map<String, Object> detail) {
        var pattern = EventPattern.builder().detailType(List.of(eventName));
        if (!detail.isEmpty()) {
            pattern.detail(detail);
        }
        Rule.Builder.create(this, "On_" + eventName)
                .eventBus(bus)
                .eventPattern(pattern.build())
                .targets(List.of(new LambdaFunction(function.function())))
                .build();
    }

    String reservations() {
        return reservations.name();
    }

    String payments() {
        return payments.name();
    }

    String receipts() {
        return receipts.name();
    }
}
