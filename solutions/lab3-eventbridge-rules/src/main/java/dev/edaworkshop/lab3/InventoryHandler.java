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
        // begin exercise 3.2
        // No "switch" over kinds of events: the rule has looked already.
        inventory.makeRoom(ShopEvent.received(event));
        // end exercise 3.2
        return null;
    }
}
