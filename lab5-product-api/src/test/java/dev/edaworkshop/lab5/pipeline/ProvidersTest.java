package dev.edaworkshop.lab5.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("solved")
class ProvidersTest {

    private final RecordingProvider provider = new RecordingProvider();
    private final List<Integer> pauses = new ArrayList<>();
    private final RetryingProvider retrying = new RetryingProvider(provider, pauses::add);

    @Test
    void fills_a_request_by_number() {
        EventBatches divided = EventBatches.of(Samples.events(23), 10, 1_000, event -> 1);

        assertThat(divided.batches()).extracting(List::size).containsExactly(10, 10, 3);
    }

    @Test
    void fills_a_request_by_bytes() {
        EventBatches divided = EventBatches.of(Samples.events(4), 10, 1_000, event -> 500);

        assertThat(divided.batches()).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void sends_nothing_that_fits_into_no_request_and_names_it() {
        EventBatches divided = EventBatches.of(
                Samples.events(3), 10, 1_000, event -> event.productId().equals("p-2") ? 1_001 : 1);

        assertThat(divided.batches()).extracting(List::size).containsExactly(2);
        assertThat(divided.refusals(1_000).inWords()).isEqualTo("0 accepted, 1 refused: p-2 (OversizeEvent)");
    }

    @Test
    void tries_exactly_the_refused_once_more() {
        provider.thenRefusing("ThrottlingException", "p-4");

        PublishReceipt receipt = retrying.publish(Samples.events(23));

        assertThat(receipt.inWords()).isEqualTo("23 accepted, 0 refused");
        assertThat(provider.products()).hasSize(2).last().isEqualTo(List.of("p-4"));
        assertThat(pauses).containsExactly(1);
    }

    @Test
    void gives_up_after_three_tries_and_names_the_product() {
        provider.thenRefusing("InternalFailure", "p-1")
                .thenRefusing("InternalFailure", "p-1")
                .thenRefusing("InternalFailure", "p-1");

        PublishReceipt receipt = retrying.publish(Samples.events(2));

        assertThat(receipt.inWords()).isEqualTo("1 accepted, 1 refused: p-1 (InternalFailure)");
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void does_not_try_again_what_stays_wrong() {
        provider.thenRefusing("MalformedDetail", "p-1");

        assertThat(retrying.publish(Samples.events(2)).refused()).hasSize(1);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void lets_no_second_price_overtake_the_first() {
        DomainEvent first = Samples.event("e-1", "p-1", "first");
        DomainEvent other = Samples.event("e-2", "p-2", "other");
        DomainEvent second = Samples.event("e-3", "p-1", "second");
        provider.thenRefusing("InternalFailure", "p-1");

        PublishReceipt receipt = new InOrderProvider(provider).publish(List.of(first, other, second));

        assertThat(provider.requests()).containsExactly(List.of(first, other));
        assertThat(receipt.inWords()).isEqualTo("1 accepted, 2 refused: p-1 (InternalFailure), p-1 (HeldBack)");
    }

    @Test
    void sends_events_of_different_products_together() {
        new InOrderProvider(provider).publish(Samples.events(5));

        assertThat(provider.requests()).hasSize(1);
    }
}
