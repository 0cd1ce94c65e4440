package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of Notifications, as far as receipts go. */
public final class ReceiptsHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Receipts receipts;

    /** Called by Lambda, once for each execution environment. */
    public ReceiptsHandler() {
        this(new Receipts(EventBridgePublisher.fromEnvironment(Receipts.SOURCE), InstantSource.system()));
    }

    ReceiptsHandler(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        receipts.handle(ShopEvent.received(event));
        return null;
    }
}
