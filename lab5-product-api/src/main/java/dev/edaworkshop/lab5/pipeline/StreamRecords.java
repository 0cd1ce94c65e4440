package dev.edaworkshop.lab5.pipeline;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stream records as Lambda hands them over. */
final class StreamRecords {

    static StreamRecord of(DynamodbStreamRecord record) {
        var change = record.getDynamodb();
        return new StreamRecord(
                change.getSequenceNumber(),
                change.getApproximateCreationDateTime().toInstant(),
                item(change.getOldImage()),
                item(change.getNewImage()));
    }

    private static Optional<Map<String, Object>> item(@Nullable Map<String, AttributeValue> image) {
        if (image == null || image.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> item = new HashMap<>();
        image.forEach((name, value) -> scalar(value).ifPresent(scalar -> item.put(name, scalar)));
        return Optional.of(item);
    }

    /** Lists, maps and the like are not part of any event. */
    private static Optional<Object> scalar(AttributeValue value) {
        if (value.getS() != null) {
            return Optional.of(value.getS());
        }
        return value.getN() == null ? Optional.empty() : Optional.of(new BigDecimal(value.getN()));
    }

    private StreamRecords() {}
}
