package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of Inventory's reservations. */
public final class ReservationsHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Reservations reservations;

    /** Called by Lambda, once for each execution environment. */
    public ReservationsHandler() {
        this(new Reservations(EventBridgePublisher.fromEnvironment(Reservations.SOURCE), InstantSource.system()));
    }

    ReservationsHandler(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        reservations.handle(ShopEvent.received(event));
        return null;
    }
}
