package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of the clean-up: EventBridge hands it one event at a time. */
public final class CleanUpHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final CleanUp cleanUp;

    /** Called by Lambda, once for each execution environment. */
    public CleanUpHandler() {
        this(new CleanUp(System.out::println));
    }

    CleanUpHandler(CleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        cleanUp.clearAway(ShopEvent.received(event));
        return null;
    }
}
