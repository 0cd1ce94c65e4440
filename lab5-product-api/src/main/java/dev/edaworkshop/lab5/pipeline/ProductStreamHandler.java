package dev.edaworkshop.lab5.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;

/** The Lambda entry point behind the products table's stream; AWS's event types stop here. */
public final class ProductStreamHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private final StreamProcessor processor;

    /** Called by Lambda, once for each execution environment. */
    public ProductStreamHandler() {
        this(new StreamProcessor(Pipelines.fromEnvironment(System.getenv()), System.out::println));
    }

    public ProductStreamHandler(StreamProcessor processor) {
        this.processor = processor;
    }

    /** @return the first record that has to come again, with everything after it; none if all are done */
    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent batch, Context context) {
        List<StreamRecord> records =
                batch.getRecords().stream().map(StreamRecords::of).toList();
        return new StreamsEventResponse(
                processor.process(records).map(BatchItemFailure::new).stream().toList());
    }
}
