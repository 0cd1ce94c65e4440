package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * Publishes events to a topic. The message is the envelope as it would be on a bus; its name and source stand on the
 * outside as well, where filter policies look.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
public final class SnsProvider implements EventProvider {

    private static final int MAX_EVENTS = 10;
    /** Of all messages of a request together, with their attributes. */
    private static final int MAX_BYTES = 262_144;

    private final SnsClient sns;
    private final String topicArn;

    public SnsProvider(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        EventBatches divided = EventBatches.of(events, MAX_EVENTS, MAX_BYTES, SnsProvider::bytes);
        return divided.batches().stream().map(this::send).reduce(divided.refusals(MAX_BYTES), PublishReceipt::and);
    }

    /** A request that failed as a whole is not the end of the others. */
    private PublishReceipt send(List<DomainEvent> batch) {
        try {
            return publishBatch(batch);
        } catch (AwsServiceException e) {
            return PublishReceipt.allRefused(batch, Refusal.code(e), e.getMessage());
        } catch (SdkClientException e) {
            return PublishReceipt.allRefused(batch, Refusal.UNREACHABLE, e.getMessage());
        }
    }

    private PublishReceipt publishBatch(List<DomainEvent> batch) {
        Map<String, DomainEvent> byEntryId = new LinkedHashMap<>();
        batch.forEach(event -> byEntryId.put("event-" + byEntryId.size(), event));
        List<Refusal> refused = sns
                .publishBatch(request -> request.topicArn(topicArn)
                        .publishBatchRequestEntries(byEntryId.entrySet().stream()
                                .map(entry -> entry(entry.getKey(), entry.getValue()))
                                .toList()))
                .failed()
                .stream()
                .map(failed -> new Refusal(
                        Objects.requireNonNull(byEntryId.get(failed.id()), failed.id()),
                        failed.code(),
                        String.valueOf(failed.message())))
                .toList();
        return new PublishReceipt(batch.size() - refused.size(), refused);
    }

    private static PublishBatchRequestEntry entry(String id, DomainEvent event) {
        return PublishBatchRequestEntry.builder()
                .id(id)
                .message(event.toJson())
                .messageAttributes(Map.of(
                        "event_name", text(event.metadata().eventName()),
                        "source", text(event.metadata().source())))
                .build();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** Message and attributes: the names, the type and the value of each. */
    private static int bytes(DomainEvent event) {
        return utf8(event.toJson())
                + utf8("event_name" + "String" + event.metadata().eventName())
                + utf8("source" + "String" + event.metadata().source());
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
