package dev.edaworkshop.lab1.reservations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The Lambda entry point of the reservations. AWS's event types stop here. */
public final class ReservationsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Reservations reservations;

    /** Called by Lambda, once for each execution environment. */
    public ReservationsHandler() {
        this(new Reservations(
                AwsClients.stock(),
                AwsClients.events(),
                InstantSource.system(),
                System.getenv().getOrDefault("WAREHOUSE", "pier")));
    }

    ReservationsHandler(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        List<QueueMessage> messages = batch.getRecords().stream()
                .map(message -> new QueueMessage(message.getMessageId(), message.getBody()))
                .toList();
        RunContext lambda = () -> Duration.ofMillis(context.getRemainingTimeInMillis());
        // begin exercise 1.7
        // Lambda deletes every message that this answer does not name. What is not done stays in the queue.
        List<String> notDone = reservations.run(messages, lambda);
        return new SQSBatchResponse(notDone.stream().map(BatchItemFailure::new).toList());
        // end exercise 1.7
    }
}
