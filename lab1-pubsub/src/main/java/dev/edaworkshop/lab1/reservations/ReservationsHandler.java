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
        /*
         * TODO 1.7  Twice is once: delete only what is done.
         *
         * Lambda deletes every message that the answer does not name, and this answer never names one. So a payment that
         * could not be reserved is gone after the first attempt. Name what is not done.
         */
        reservations.run(messages, lambda);
        List<BatchItemFailure> notDone = List.of();
        return new SQSBatchResponse(notDone);
    }
}
