package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.delivery.RecordStream.Record;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of a stream on their way through a function.
 *
 * @param records at least one, in their order
 * @param attempt 1 for the first
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Partial batch responses</a>
 */
record StreamBatch(List<Record> records, int attempt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    StreamBatch {
        records = List.copyOf(records);
    }

    /**
     * What the function's answer means: everything before an index is done.
     *
     * @param firstFailed the number of records if none failed
     * @param reason why the others are not done; empty if all are
     */
    record Answer(int firstFailed, String reason, List<String> eventIds) implements Judgement.Verdict {
        /** What has to be tried again. */
        Optional<StreamBatch> rest(StreamBatch batch) {
            return batch.from(firstFailed);
        }

        @Override
        public Optional<String> failure(CarriedEvent event) {
            return eventIds.indexOf(event.eventId()) >= firstFailed ? Optional.of(reason) : Optional.empty();
        }
    }

    /** The event as the function gets it. */
    String json() {
        return records.stream().map(Record::json).collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    List<CarriedEvent> events(String streamArn) {
        return records.stream()
                .map(record ->
                        new CarriedEvent(record.eventId(), record.sequenceNumber(), streamArn, attempt, record.json()))
                .toList();
    }

    /** The same without the first records; empty if nothing is left. */
    Optional<StreamBatch> from(int index) {
        return index >= records.size()
                ? Optional.empty()
                : Optional.of(new StreamBatch(records.subList(index, records.size()), attempt));
    }

    StreamBatch nextAttempt() {
        return new StreamBatch(records, attempt + 1);
    }

    List<StreamBatch> halves() {
        int middle = records.size() / 2;
        return List.of(
                new StreamBatch(records.subList(0, middle), attempt),
                new StreamBatch(records.subList(middle, records.size()), attempt));
    }

    /** Reads what the function returned. */
    Answer answer(InvocationResult result, boolean reportsItemFailures) {
        return switch (result) {
            case InvocationResult.Returned returned when reportsItemFailures -> answer(returned.payload());
            case InvocationResult.Returned returned -> done();
            case InvocationResult.Failed failed -> failedFrom(0, failed.reason());
        };
    }

    private Answer answer(String payload) {
        JsonNode answer;
        try {
            answer = JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            return failedFrom(0, "the response is not JSON, so all records count as failed");
        }
        if (answer.isMissingNode() || answer.isNull() || answer.isContainerNode() && answer.isEmpty()) {
            return done();
        }
        JsonNode failures = answer.path("batchItemFailures");
        if (failures.isNull()) {
            return done();
        }
        return failures.isArray()
                ? lowest(failures)
                : failedFrom(0, "the response has no list 'batchItemFailures', so all records count as failed");
    }

    private Answer lowest(JsonNode failures) {
        int lowest = records.size();
        for (JsonNode failure : failures) {
            String id = failure.path("itemIdentifier").asText("");
            Optional<Integer> index = IntStream.range(0, records.size())
                    .boxed()
                    .filter(i -> records.get(i).sequenceNumber().equals(id))
                    .findFirst();
            if (index.isEmpty()) {
                return failedFrom(
                        0,
                        "the response reports the itemIdentifier '%s', which is no sequence number of the batch, so all records count as failed"
                                .formatted(id));
            }
            lowest = Math.min(lowest, index.get());
        }
        return failedFrom(
                lowest,
                lowest == records.size()
                        ? ""
                        : "record %s and what follows it are not done: it was reported as batch item failure"
                                .formatted(records.get(lowest).sequenceNumber()));
    }

    private Answer done() {
        return failedFrom(records.size(), "");
    }

    private Answer failedFrom(int index, String reason) {
        return new Answer(index, reason, records.stream().map(Record::eventId).toList());
    }
}
