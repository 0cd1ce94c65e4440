package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of Payments. */
public final class PaymentsHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Payments payments;

    /** Called by Lambda, once for each execution environment. */
    public PaymentsHandler() {
        this(new Payments(EventBridgePublisher.fromEnvironment(Payments.SOURCE), InstantSource.system()));
    }

    PaymentsHandler(Payments payments) {
        this.payments = payments;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        payments.handle(ShopEvent.received(event));
        return null;
    }
}
