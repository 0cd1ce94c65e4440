package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.wire.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** The actions that publish. */
record PublishActions(Topics topics) {
    private static final int MAX_BATCH = 10;
    private static final int MAX_BATCH_ID = 80;

    PublishResponse publish(Call call, PublishRequest request) {
        long addressees = Stream.of(request.topicArn(), request.targetArn(), request.phoneNumber())
                .filter(addressee -> addressee != null)
                .count();
        if (addressees > 1) {
            throw SnsErrors.invalidParameter(
                    "TopicArn, TargetArn or PhoneNumber Reason: only one of them can be given");
        }
        if (request.phoneNumber() != null) {
            return text(call, request.phoneNumber(), request);
        }
        String arn = request.topicArn() != null ? request.topicArn() : request.targetArn();
        if (arn == null) {
            throw SnsErrors.invalidParameter("TopicArn or TargetArn Reason: no value for required parameter");
        }
        SnsErrors.requireArn("TopicArn", arn);
        if (arn.contains(":endpoint/")) {
            throw SnsErrors.invalidParameter("TargetArn Reason: No endpoint found for the target arn specified");
        }
        call.authorize("sns:Publish", arn);
        Topic topic = topics.topic(arn);
        Publication publication = topic.publish(call.caller().arn(), checked(request, topic.attributes()));
        return PublishResponse.builder()
                .messageId(publication.id())
                .sequenceNumber(publication.sequenceNumber().orElse(null))
                .build();
    }

    private PublishResponse text(Call call, String phoneNumber, PublishRequest request) {
        call.authorize("sns:Publish", "*");
        if (!Protocol.isPhoneNumber(phoneNumber)) {
            throw SnsErrors.invalidParameter(
                    "PhoneNumber Reason: %s is not valid to publish to".formatted(phoneNumber));
        }
        Message message = checked(request, TopicAttributes.of(Map.of()));
        return PublishResponse.builder()
                .messageId(topics.text(phoneNumber, message))
                .build();
    }

    private static Message checked(PublishRequest request, TopicAttributes topic) {
        Message message = PublishRules.check(
                request.message(),
                request.subject(),
                request.messageStructure(),
                request.messageAttributes(),
                request.messageGroupId(),
                request.messageDeduplicationId(),
                topic);
        if (PublishRules.bytes(request.message(), message.attributes()) > PublishRules.MAX_BYTES) {
            throw SnsErrors.invalidParameter("Message too long");
        }
        return message;
    }

    PublishBatchResponse publishBatch(Call call, PublishBatchRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize("sns:Publish", arn);
        Topic topic = topics.topic(arn);
        // One bad entry fails the whole call, so all are checked before any is published.
        Map<String, Message> messages = checkBatch(request.publishBatchRequestEntries(), topic.attributes());
        List<PublishBatchResultEntry> successful = messages.entrySet().stream()
                .map(entry -> result(entry.getKey(), topic.publish(call.caller().arn(), entry.getValue())))
                .toList();
        return PublishBatchResponse.builder()
                .successful(successful)
                .failed(List.of())
                .build();
    }

    private static PublishBatchResultEntry result(String id, Publication publication) {
        return PublishBatchResultEntry.builder()
                .id(id)
                .messageId(publication.id())
                .sequenceNumber(publication.sequenceNumber().orElse(null))
                .build();
    }

    private static Map<String, Message> checkBatch(List<PublishBatchRequestEntry> entries, TopicAttributes topic) {
        if (entries.isEmpty()) {
            throw SnsErrors.batch("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MAX_BATCH) {
            throw SnsErrors.batch(
                    "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        Map<String, Message> messages = new LinkedHashMap<>();
        int bytes = 0;
        for (PublishBatchRequestEntry entry : entries) {
            checkBatchId(entry.id());
            if (messages.containsKey(entry.id())) {
                throw SnsErrors.batch(
                        "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
            }
            Message message = PublishRules.check(
                    entry.message(),
                    entry.subject(),
                    entry.messageStructure(),
                    entry.messageAttributes(),
                    entry.messageGroupId(),
                    entry.messageDeduplicationId(),
                    topic);
            bytes += PublishRules.bytes(entry.message(), message.attributes());
            messages.put(entry.id(), message);
        }
        if (bytes > PublishRules.MAX_BYTES) {
            throw SnsErrors.batch(
                    "BatchRequestTooLong", "The length of all the messages put together is more than the limit.");
        }
        return messages;
    }

    private static void checkBatchId(@Nullable String id) {
        if (id == null || !id.matches("[A-Za-z0-9_-]+")) {
            throw SnsErrors.batch(
                    "InvalidBatchEntryId",
                    "The Id of a batch entry in the batch request contains an impermissible character: " + id);
        }
        if (id.length() > MAX_BATCH_ID) {
            throw SnsErrors.batch(
                    "InvalidBatchEntryId", "The Id of a batch entry in the batch request is too long: " + id);
        }
    }
}
