package dev.edaworkshop.lab2;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.edaworkshop.lab2.given.EventBatch;

/** The Lambda entry point of the toys corner: reads events from a queue. */
public final class ToysCornerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ToysCorner toysCorner;

    /** Called by Lambda, once for each execution environment. */
    public ToysCornerHandler() {
        this(new ToysCorner(System.out::println));
    }

    ToysCornerHandler(ToysCorner toysCorner) {
        this.toysCorner = toysCorner;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch).handle(toysCorner::handle);
    }
}
