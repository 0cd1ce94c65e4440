package dev.edaworkshop.lab1.infra;

import dev.edaworkshop.lab1.InstanceHandler;
import java.util.List;
import software.constructs.Construct;

/** Three instances of two services, and three facts that have to reach them in three different ways. */
final class DeliveryModes extends Construct {

    private final ShopFunction inventoryNorth;
    private final ShopFunction inventorySouth;
    private final ShopFunction notifications;

    DeliveryModes(Construct scope, String id, PierTopics topics) {
        super(scope, id);
        inventoryNorth = instance("InventoryNorth");
        inventorySouth = instance("InventorySouth");
        notifications = instance("Notifications");

        /*
         * TODO 1.4  Delivery modes.
         *
         * Inventory runs twice, Notifications once. All three read one queue, and whatever happens is handled by one of
         * them. For the receipts that is right. A declined payment concerns both services, but not both instances of
         * Inventory; and what is sold out every single instance has to know. Give each fact the queues it needs.
         *
         * Check:  ./lab check 1.4
         * Read:   guide/lab1-pubsub.md#14-delivery-modes
         */
        var shared = new EventQueue(this, "Shared");
        shared.subscribeTo(topics.paymentDeclined());
        shared.subscribeTo(topics.stockDepleted());
        shared.subscribeTo(topics.receiptSent());
        for (ShopFunction instance : List.of(inventoryNorth, inventorySouth, notifications)) {
            instance.readFrom(shared);
        }
    }

    ShopFunction inventoryNorth() {
        return inventoryNorth;
    }

    ShopFunction inventorySouth() {
        return inventorySouth;
    }

    ShopFunction notifications() {
        return notifications;
    }

    private ShopFunction instance(String name) {
        var function = new ShopFunction(this, name, InstanceHandler.class);
        function.setVariable("INSTANCE", name);
        return function;
    }
}
