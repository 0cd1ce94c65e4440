package dev.edaworkshop.lab4.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class BusPublisherTest {

    private static final Envelope RECEIPT_SENT = Envelope.parse("""
            {"data": {"order_id": "o-1"},
             "metadata": {"event_id": "e-1", "event_name": "receipt_sent", "source": "shop.notifications", "version": 1,
              "correlation_id": "c-1", "created_at": "2026-11-20T09:15:00Z"}}""");

    @Test
    void shows_name_and_source_on_the_outside() {
        var bus = new FakeBus(PutEventsResultEntry.builder().eventId("1").build());

        new BusPublisher(bus, "harbour").publish(RECEIPT_SENT);

        assertThat(bus.entries).singleElement().satisfies(entry -> {
            assertThat(entry.eventBusName()).isEqualTo("harbour");
            assertThat(entry.source()).isEqualTo("shop.notifications");
            assertThat(entry.detailType()).isEqualTo("receipt_sent");
            assertThat(Envelope.parse(entry.detail())).isEqualTo(RECEIPT_SENT);
        });
    }

    @Test
    void a_refused_entry_is_a_failure_although_the_answer_is_200() {
        var bus = new FakeBus(PutEventsResultEntry.builder()
                .errorCode("ThrottlingException")
                .errorMessage("Rate exceeded")
                .build());

        assertThatThrownBy(() -> new BusPublisher(bus, "harbour").publish(RECEIPT_SENT))
                .isInstanceOf(EventRefusedException.class)
                .hasMessage("receipt_sent (event e-1) was refused by the bus: ThrottlingException, Rate exceeded");
    }

    private static final class FakeBus implements EventBridgeClient {

        private final List<PutEventsRequestEntry> entries = new ArrayList<>();
        private final PutEventsResultEntry result;

        FakeBus(PutEventsResultEntry result) {
            this.result = result;
        }

        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            entries.addAll(request.entries());
            return PutEventsResponse.builder().entries(result).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
