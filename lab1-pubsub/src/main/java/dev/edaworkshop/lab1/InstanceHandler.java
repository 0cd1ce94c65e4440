package dev.edaworkshop.lab1;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.function.Consumer;

/** The Lambda entry point of one of several instances of a service: notes what it hears, and who it is. */
public final class InstanceHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final String instance;
    private final Consumer<String> log;

    /** Called by Lambda, once for each execution environment. */
    public InstanceHandler() {
        this(System.getenv().getOrDefault("INSTANCE", "somebody"), System.out::println);
    }

    InstanceHandler(String instance, Consumer<String> log) {
        this.instance = instance;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch)
                .handle(event -> log.accept("%s heard %s about %s (event %s)"
                        .formatted(instance, event.eventName(), event.productId(), event.eventId())));
    }
}
