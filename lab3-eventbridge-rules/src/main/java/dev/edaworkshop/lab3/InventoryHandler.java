package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of Inventory: EventBridge hands it one event at a time. */
public final class InventoryHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Inventory inventory;

    /** Called by Lambda, once for each execution environment. */
    public InventoryHandler() {
        this(new Inventory(System.out::println));
    }

    InventoryHandler(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        /*
         * TODO 3.2  Detail type: the function hears everything, and throws most of it away.
         *
         * When each rule looks at the kind of event, this handler needs no "switch" any more.
         */
        ShopEvent heard = ShopEvent.received(event);
        switch (heard.name()) {
            case "product_created" -> inventory.makeRoom(heard);
            case "product_deleted" -> new CleanUp(System.out::println).clearAway(heard);
            default -> {} // invoked for nothing
        }
        return null;
    }
}
