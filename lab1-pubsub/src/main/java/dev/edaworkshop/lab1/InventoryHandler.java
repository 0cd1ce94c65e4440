package dev.edaworkshop.lab1;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** The Lambda entry point of Inventory: reads events from a queue. */
public final class InventoryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Inventory inventory;

    /** Called by Lambda, once for each execution environment. */
    public InventoryHandler() {
        this(new Inventory(System.out::println));
    }

    InventoryHandler(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch).handle(inventory::handle);
    }
}
