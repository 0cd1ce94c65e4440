package dev.edaworkshop.localcloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;

/** Reports the messages that say "bad" as failed; dies of those that say "deadly", but only the first time. */
public final class Sorter implements RequestHandler<SQSEvent, SQSBatchResponse> {
    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        batch.getRecords().forEach(message -> System.out.println("sorting " + message.getBody()));
        if (batch.getRecords().stream().anyMatch(Sorter::isDeadly)) {
            Runtime.getRuntime().halt(3);
        }
        List<SQSBatchResponse.BatchItemFailure> failures = batch.getRecords().stream()
                .filter(message -> message.getBody().equals("bad"))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(failures);
    }

    private static boolean isDeadly(SQSEvent.SQSMessage message) {
        return message.getBody().equals("deadly")
                && "1".equals(message.getAttributes().get("ApproximateReceiveCount"));
    }
}
