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

    /*
     * TODO 5.6  Provider and receipts: what became of each event.
     *
     * The request went well, so everything was accepted? EventBridge answers 200 also if it took none of the events.
     * Look into the answer, and give back a receipt that names each event that was refused, with the reason.
     */
    private PublishReceipt put(List<DomainEvent> batch) {
        bus.putEvents(request -> request.entries(batch.stream().map(this::entry).toList()));
        return PublishReceipt.allAccepted(batch.size());
    }

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
