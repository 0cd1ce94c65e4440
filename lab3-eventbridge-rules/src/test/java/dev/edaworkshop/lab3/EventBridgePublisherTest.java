package dev.edaworkshop.lab3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBridgePublisherTest {

    private static final ShopEvent DELETED = new ShopEvent(
            "product_deleted",
            1,
            Map.of("product_id", "p-0001", "sku", "TOY-0001"),
            Metadata.first("product_deleted", "shop.catalogue", 1, Instant.parse("2026-11-28T09:15:00Z")));

    private final RecordingBus bus = new RecordingBus();
    private final EventBridgePublisher publisher = new EventBridgePublisher(bus, "harbour", "shop.catalogue");

    @Test
    void puts_the_event_on_its_bus_under_its_name_and_source() {
        bus.answer = PutEventsResultEntry.builder().eventId("e-1").build();

        publisher.publish(DELETED);

        PutEventsRequestEntry entry = bus.requests.getFirst().entries().getFirst();
        assertThat(entry.eventBusName()).isEqualTo("harbour");
        assertThat(entry.source()).isEqualTo("shop.catalogue");
        assertThat(entry.detailType()).isEqualTo("product_deleted");
        assertThat(entry.detail())
                .startsWith("{\"data\":{\"product_id\":\"p-0001\",\"sku\":\"TOY-0001\"},\"metadata\":{");
    }

    @Test
    void an_entry_that_was_not_taken_is_a_failure_although_the_call_succeeded() {
        bus.answer = PutEventsResultEntry.builder()
                .errorCode("ThrottlingException")
                .errorMessage("Rate exceeded")
                .build();

        assertThatThrownBy(() -> publisher.publish(DELETED))
                .hasMessage("product_deleted was not taken by the bus: ThrottlingException, Rate exceeded");
    }

    private static final class RecordingBus implements EventBridgeClient {

        private final List<PutEventsRequest> requests = new ArrayList<>();
        private PutEventsResultEntry answer = PutEventsResultEntry.builder().build();

        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            requests.add(request);
            return PutEventsResponse.builder().entries(answer).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
