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

        // begin exercise 1.4
        // Pool: a queue for each service. Its instances share the queue, and so the work.
        var goodsBack = new EventQueue(this, "InventoryPool");
        goodsBack.subscribeTo(topics.paymentDeclined());
        inventoryNorth.readFrom(goodsBack);
        inventorySouth.readFrom(goodsBack);
        var letters = new EventQueue(this, "NotificationsPool");
        letters.subscribeTo(topics.paymentDeclined());
        notifications.readFrom(letters);

        // Broadcast: a queue for each instance.
        for (ShopFunction instance : List.of(inventoryNorth, inventorySouth, notifications)) {
            var soldOut = new EventQueue(instance, "Broadcast");
            soldOut.subscribeTo(topics.stockDepleted());
            instance.readFrom(soldOut);
        }

        // Singleton: one queue in the whole shop.
        var ledger = new EventQueue(this, "Singleton");
        ledger.subscribeTo(topics.receiptSent());
        inventoryNorth.readFrom(ledger);
        inventorySouth.readFrom(ledger);
        notifications.readFrom(ledger);
        // end exercise 1.4
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
