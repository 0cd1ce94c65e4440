package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.RecordStream.Record;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Says which records of a stream will not be tried again: in the journal, and to the mapping's on-failure destination.
 *
 * <p>The destination learns where the records are, not what they contain.
 */
final class GivenUpRecords {
    static final String ATTEMPTS_EXHAUSTED = "RetryAttemptsExhausted";
    /** Documented, but not recorded from AWS. */
    static final String TOO_OLD = "RecordAgeExceeded";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Optional<String> destinationArn;
    private final Function function;
    private final String streamArn;
    private final AccountContext account;

    GivenUpRecords(Optional<String> destinationArn, Function function, String streamArn, AccountContext account) {
        this.destinationArn = destinationArn;
        this.function = function;
        this.streamArn = streamArn;
        this.account = account;
    }

    /** @param execution the last attempt; empty if there was none */
    void giveUp(StreamBatch batch, String condition, String requestId, Optional<Execution> execution) {
        String reason = "%s after %d attempts".formatted(condition, batch.attempt());
        if (destinationArn.isEmpty()) {
            batch.records().forEach(record -> lost(record, reason + ", and there is no on-failure destination"));
            return;
        }
        Delivery delivery = new Delivery(
                        function.principal(),
                        streamArn,
                        destinationArn.get(),
                        json(batch, condition, requestId, execution).toString(),
                        Map.of(),
                        batch.records().getFirst().eventId())
                .givenUp(reason);
        if (account.deliveries().deliver(delivery) instanceof DeliveryReceipt.Refused refused) {
            batch.records()
                    .forEach(record -> lost(
                            record,
                            "%s, and the on-failure destination %s did not take it: %s"
                                    .formatted(reason, destinationArn.get(), refused.reason())));
        }
    }

    private void lost(Record record, String reason) {
        account.journal()
                .hop(Hop.Kind.LOST)
                .from(streamArn)
                .to(function.arn())
                .event(record.eventId())
                .because(reason)
                .carrying(record.json())
                .record();
    }

    private ObjectNode json(StreamBatch batch, String condition, String requestId, Optional<Execution> execution) {
        Record first = batch.records().getFirst();
        Record last = batch.records().getLast();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("requestContext")
                .put("requestId", requestId)
                .put("functionArn", function.arn())
                .put("condition", condition)
                .put("approximateInvokeCount", batch.attempt());
        execution.ifPresent(attempt -> {
            ObjectNode response =
                    json.putObject("responseContext").put("statusCode", 200).put("executedVersion", attempt.version());
            if (attempt.result() instanceof InvocationResult.Returned) {
                response.putNull("functionError");
            } else {
                response.put("functionError", "Unhandled");
            }
        });
        json.put("version", "1.0");
        json.put("timestamp", MILLISECONDS.format(account.clock().instant()));
        json.putObject("DDBStreamBatchInfo")
                .put("shardId", first.shardId())
                .put("startSequenceNumber", first.sequenceNumber())
                .put("endSequenceNumber", last.sequenceNumber())
                .put("approximateArrivalOfFirstRecord", seconds(first.arrived()))
                .put("approximateArrivalOfLastRecord", seconds(last.arrived()))
                .put("batchSize", batch.records().size())
                .put("streamArn", streamArn);
        return json;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
