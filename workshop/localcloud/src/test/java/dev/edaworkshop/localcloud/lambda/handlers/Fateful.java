package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;

/** Does with messages what they say: "deadly" and "throws" only the first time, "bad" each time, others are fine. */
public final class Fateful implements RequestHandler<SQSEvent, SQSBatchResponse> {
    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        if (batch.getRecords().stream().anyMatch(message -> isFirst(message, "deadly"))) {
            Runtime.getRuntime().halt(3);
        }
        if (batch.getRecords().stream().anyMatch(message -> isFirst(message, "throws"))) {
            throw new IllegalStateException("As the message says");
        }
        List<SQSBatchResponse.BatchItemFailure> failures = batch.getRecords().stream()
                .filter(message -> message.getBody().endsWith("bad"))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(failures);
    }

    private static boolean isFirst(SQSEvent.SQSMessage message, String fate) {
        return message.getBody().endsWith(fate)
                && "1".equals(message.getAttributes().get("ApproximateReceiveCount"));
    }
}
