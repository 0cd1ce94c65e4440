package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** The actions on up to ten messages at once; IAM knows them by the names of those on one. */
final class BatchActions {
    private final QueueAccess access;

    BatchActions(Queues queues) {
        access = new QueueAccess(queues);
    }

    SendMessageBatchResponse send(Call call, SendMessageBatchRequest request) {
        Queue queue = access.queue(call, "SendMessage", request.queueUrl());
        Batch<Checked> checked = Batch.perform(
                "SendMessageBatchRequestEntry",
                request.entries(),
                SendMessageBatchRequestEntry::id,
                entry -> new Checked(entry.id(), MessageRules.check(entry, queue.attributes())));
        int bytes = checked.successful().stream()
                .mapToInt(entry -> entry.content().bytes())
                .sum();
        if (bytes > MessageRules.MAX_BYTES) {
            throw SqsErrors.batch(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                            .formatted(MessageRules.MAX_BYTES, bytes));
        }
        Batch<SendMessageBatchResultEntry> sent =
                checked.then(Checked::id, entry -> send(call, queue, entry.id(), entry.content()));
        return SendMessageBatchResponse.builder()
                .successful(nullIfEmpty(sent.successful()))
                .failed(nullIfEmpty(sent.failed()))
                .build();
    }

    private record Checked(String id, MessageContent content) {}

    private static SendMessageBatchResultEntry send(Call call, Queue queue, String id, MessageContent content) {
        MessageRules.checkSize(content, queue.attributes().maxMessageBytes());
        Message message = queue.send(call.caller().arn(), MessageActions.senderId(call.caller()), content);
        return SendMessageBatchResultEntry.builder()
                .id(id)
                .messageId(message.id())
                .sequenceNumber(message.sequenceNumber().orElse(null))
                .md5OfMessageBody(message.md5OfBody())
                .md5OfMessageAttributes(MessageActions.md5(content.attributes()))
                .md5OfMessageSystemAttributes(MessageActions.md5(content.traceHeader()))
                .build();
    }

    DeleteMessageBatchResponse delete(Call call, DeleteMessageBatchRequest request) {
        Queue queue = access.queue(call, "DeleteMessage", request.queueUrl());
        Batch<DeleteMessageBatchResultEntry> deleted = Batch.perform(
                "DeleteMessageBatchRequestEntry", request.entries(), DeleteMessageBatchRequestEntry::id, entry -> {
                    queue.delete(call.caller().arn(), QueueAccess.required("ReceiptHandle", entry.receiptHandle()));
                    return DeleteMessageBatchResultEntry.builder()
                            .id(entry.id())
                            .build();
                });
        return DeleteMessageBatchResponse.builder()
                .successful(nullIfEmpty(deleted.successful()))
                .failed(nullIfEmpty(deleted.failed()))
                .build();
    }

    ChangeMessageVisibilityBatchResponse changeVisibility(Call call, ChangeMessageVisibilityBatchRequest request) {
        Queue queue = access.queue(call, "ChangeMessageVisibility", request.queueUrl());
        Batch<ChangeMessageVisibilityBatchResultEntry> changed = Batch.perform(
                "ChangeMessageVisibilityBatchRequestEntry",
                request.entries(),
                ChangeMessageVisibilityBatchRequestEntry::id,
                entry -> {
                    MessageActions.changeVisibility(call, queue, entry.receiptHandle(), entry.visibilityTimeout());
                    return ChangeMessageVisibilityBatchResultEntry.builder()
                            .id(entry.id())
                            .build();
                });
        return ChangeMessageVisibilityBatchResponse.builder()
                .successful(nullIfEmpty(changed.successful()))
                .failed(nullIfEmpty(changed.failed()))
                .build();
    }

    /** SQS leaves out a list that has nothing in it. */
    private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
