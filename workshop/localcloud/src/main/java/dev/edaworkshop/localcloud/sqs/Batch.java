package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/**
 * What all batch actions have in common: one bad entry fails alone.
 *
 * @param successful answers in the order of the request
 * @param failed says of each other entry why
 */
record Batch<R>(List<R> successful, List<BatchResultErrorEntry> failed) {
    private static final int MAX_ENTRIES = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /**
     * Performs an action for each entry.
     *
     * @param entryName for messages, such as {@code DeleteMessageBatchRequestEntry}
     * @throws AwsException if the batch as a whole is refused: its size, its ids
     */
    static <E, R> Batch<R> perform(String entryName, List<E> entries, Function<E, String> id, Function<E, R> action) {
        check(
                entryName,
                entries.stream()
                        .map(entry -> Objects.toString(id.apply(entry), ""))
                        .toList());
        return new Batch<>(entries, List.of()).then(id, action);
    }

    /** Performs a further action for each entry that was successful so far. */
    <T> Batch<T> then(Function<R, String> id, Function<R, T> action) {
        List<T> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>(this.failed);
        for (R entry : this.successful) {
            try {
                successful.add(action.apply(entry));
            } catch (AwsException e) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(id.apply(entry))
                        .senderFault(true)
                        .code(e.queryCode())
                        .message(e.message())
                        .build());
            }
        }
        return new Batch<>(successful, failed);
    }

    private static void check(String entryName, List<String> ids) {
        if (ids.isEmpty()) {
            throw SqsErrors.batch(
                    "EmptyBatchRequest", "There should be at least one %s in the request.".formatted(entryName));
        }
        if (ids.size() > MAX_ENTRIES) {
            throw SqsErrors.batch(
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are %d. You have sent %d."
                            .formatted(MAX_ENTRIES, ids.size()));
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!ID.matcher(id).matches()) {
                throw SqsErrors.batch(
                        "InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");
            }
            if (!seen.add(id)) {
                throw SqsErrors.batch("BatchEntryIdsNotDistinct", "Id %s repeated.".formatted(id));
            }
        }
    }
}
