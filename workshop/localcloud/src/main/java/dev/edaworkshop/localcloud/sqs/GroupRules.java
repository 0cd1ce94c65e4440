package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a queue asks of a message's group and deduplication ids: a FIFO queue both, a standard queue none.
 *
 * @param missingGroup how the action says that there is no group
 */
record GroupRules(QueueAttributes queue, Supplier<AwsException> missingGroup) {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

    /** @return the system attributes that the message gets; a deduplication id too where the content stands for it */
    Map<String, String> check(@Nullable String body, @Nullable String groupId, @Nullable String deduplicationId) {
        Map<String, String> system = new HashMap<>();
        if (groupId != null) {
            system.put(MessageContent.GROUP_ID, checkedId(MessageContent.GROUP_ID, groupId));
        }
        if (queue.isFifo()) {
            if (groupId == null) {
                throw missingGroup.get();
            }
            system.put(MessageContent.DEDUPLICATION_ID, deduplicationId(body, deduplicationId));
        } else if (deduplicationId != null) {
            throw SqsErrors.notForThisQueueType(MessageContent.DEDUPLICATION_ID, deduplicationId);
        }
        return system;
    }

    /** A FIFO queue delays all its messages or none. */
    @Nullable
    Integer checkedDelay(@Nullable Integer seconds) {
        if (queue.isFifo() && seconds != null && seconds != 0) {
            throw SqsErrors.notForThisQueueType("DelaySeconds", seconds);
        }
        return queue.isFifo() ? null : seconds;
    }

    static String checkedId(String parameter, String id) {
        if (!ID.matcher(id).matches()) {
            throw SqsErrors.invalidParameter(
                    parameter,
                    id,
                    "%s can only include alphanumeric and punctuation characters. 1 to 128 in length."
                            .formatted(parameter));
        }
        return id;
    }

    private String deduplicationId(@Nullable String body, @Nullable String id) {
        if (id != null) {
            return checkedId(MessageContent.DEDUPLICATION_ID, id);
        }
        if (!queue.deduplicatesByContent()) {
            throw SqsErrors.invalidParameter(
                    "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
        return MessageDigests.sha256(body == null ? "" : body);
    }
}
