package dev.edaworkshop.lab5.infra;

import dev.edaworkshop.lab5.given.InventoryHandler;
import dev.edaworkshop.lab5.given.NotificationsHandler;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

/** The consumers of the earlier labs. None of them knows that products are in a table now. */
final class Listeners extends Construct {

    private static final String CATALOGUE = "shop.catalogue";

    private final ShopFunction inventory;
    private final ShopFunction notifications;
    private final EventQueue audit;

    Listeners(Construct scope, String id, HarbourBus harbour) {
        super(scope, id);
        inventory = listener("Inventory", InventoryHandler.class, harbour, "product_created", "product_deleted");
        notifications = listener("Notifications", NotificationsHandler.class, harbour, "product_price_changed");
        audit = new EventQueue(this, "Audit");
        harbour.deliver(
                "AuditOfTheCatalogue",
                EventPattern.builder().source(List.of(CATALOGUE)).build(),
                audit);
    }

    private ShopFunction listener(String id, Class<?> handler, HarbourBus harbour, String... eventNames) {
        var function = new ShopFunction(this, id, handler);
        var queue = new EventQueue(this, id + "Queue");
        harbour.deliver(
                id,
                EventPattern.builder()
                        .source(List.of(CATALOGUE))
                        .detailType(List.of(eventNames))
                        .detail(Map.of("metadata", Map.of("version", List.of(1))))
                        .build(),
                queue);
        function.function()
                .addEventSource(SqsEventSource.Builder.create(queue.queue())
                        .reportBatchItemFailures(true)
                        .build());
        return function;
    }

    ShopFunction inventory() {
        return inventory;
    }

    ShopFunction notifications() {
        return notifications;
    }

    String auditUrl() {
        return audit.url();
    }
}
