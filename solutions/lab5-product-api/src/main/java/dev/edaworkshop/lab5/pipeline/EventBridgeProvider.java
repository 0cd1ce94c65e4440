package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts events on a bus.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
public final class EventBridgeProvider implements EventProvider {

    private static final int MAX_EVENTS = 10;
    /** Of all events of a request together: source, detail type and detail, in UTF-8. */
    static final int MAX_BYTES = 1_048_576;

    private final EventBridgeClient bus;
    private final String busName;

    public EventBridgeProvider(EventBridgeClient bus, String busName) {
        this.bus = bus;
        this.busName = busName;
    }

    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        EventBatches divided = EventBatches.of(events, MAX_EVENTS, MAX_BYTES, EventBridgeProvider::bytes);
        return divided.batches().stream().map(this::send).reduce(divided.refusals(MAX_BYTES), PublishReceipt::and);
    }

    /** A request that failed as a whole is not the end of the others. */
    private PublishReceipt send(List<DomainEvent> batch) {
        try {
            return put(batch);
        } catch (AwsServiceException e) {
            return PublishReceipt.allRefused(batch, Refusal.code(e), e.getMessage());
        } catch (SdkClientException e) {
            return PublishReceipt.allRefused(batch, Refusal.UNREACHABLE, e.getMessage());
        }
    }

    // begin exercise 5.6 receipt
    /**
     * One request. EventBridge answers 200 even if it took none of the events: what became of each of them stands in the
     * answer's entries, which have the order of the request.
     */
    private PublishReceipt put(List<DomainEvent> batch) {
        List<PutEventsResultEntry> results = bus.putEvents(request ->
                        request.entries(batch.stream().map(this::entry).toList()))
                .entries();
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            PutEventsResultEntry result = results.get(i);
            if (result.errorCode() != null) {
                refused.add(new Refusal(batch.get(i), result.errorCode(), String.valueOf(result.errorMessage())));
            }
        }
        return new PublishReceipt(batch.size() - refused.size(), refused);
    }
    // end exercise 5.6 receipt

    private PutEventsRequestEntry entry(DomainEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source(event.metadata().source())
                .detailType(event.metadata().eventName())
                .detail(event.toJson())
                .build();
    }

    /** As EventBridge counts them. */
    private static int bytes(DomainEvent event) {
        return utf8(event.metadata().source()) + utf8(event.metadata().eventName()) + utf8(event.toJson());
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
