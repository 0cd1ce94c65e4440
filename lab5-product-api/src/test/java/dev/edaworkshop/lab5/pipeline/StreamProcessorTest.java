package dev.edaworkshop.lab5.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("solved")
class StreamProcessorTest {

    private final RecordingHandler events = new RecordingHandler();
    private final List<String> log = new ArrayList<>();
    private final StreamProcessor processor = new StreamProcessor(events, log::add);

    @Test
    void says_what_inserted_modified_and_removed_mean_to_the_shop() {
        Optional<String> failed = processor.process(List.of(
                Samples.inserted("1", "p-1"),
                Samples.repriced("2", "p-1", "24.90", "19.90"),
                Samples.removed("3", "p-1")));

        assertThat(failed).isEmpty();
        assertThat(events.announced())
                .extracting(ProductFact::eventName)
                .containsExactly("product_created", "product_price_changed", "product_deleted");
    }

    @Test
    void tells_the_old_price_from_the_new_one() {
        processor.process(List.of(Samples.repriced("1", "p-1", "24.90", "19.90")));

        assertThat(events.announced().getFirst().data())
                .containsEntry("old_price", new BigDecimal("24.90"))
                .containsEntry("new_price", new BigDecimal("19.90"));
    }

    @Test
    void says_nothing_if_nothing_happened_that_anybody_should_hear_of() {
        Map<String, Object> item = Samples.item("p-1", "24.90");

        processor.process(List.of(
                modified("1", item, Samples.with(item, "name", "Wooden boat, red")),
                modified("2", item, Samples.with(item, "price", new BigDecimal("24.9")))));

        assertThat(events.announced()).isEmpty();
    }

    @Test
    void keeps_the_order_of_the_stream() {
        processor.process(List.of(
                Samples.repriced("1", "p-2", "3", "2"),
                Samples.repriced("2", "p-1", "2", "1"),
                Samples.repriced("3", "p-2", "2", "5")));

        assertThat(events.announced())
                .extracting(fact -> fact.productId() + " " + fact.data().get("new_price"))
                .containsExactly("p-2 2.00", "p-1 1.00", "p-2 5.00");
    }

    @Test
    void announces_nothing_after_a_record_that_will_come_again() {
        Optional<String> failed = processor.process(List.of(
                Samples.inserted("1", "p-1"),
                Samples.inserted("2", "p-2"),
                Samples.unreadable("3"),
                Samples.inserted("4", "p-4")));

        assertThat(failed).hasValue("3");
        assertThat(events.announced()).extracting(ProductFact::productId).containsExactly("p-1", "p-2");
        assertThat(log).singleElement().asString().contains("Stream record 3", "p-bad", "price");
    }

    @Test
    void has_the_first_record_come_again_whose_event_was_refused() {
        events.refusing("p-2").refusing("p-3");

        Optional<String> failed = processor.process(List.of(
                Samples.inserted("1", "p-1"),
                Samples.inserted("2", "p-2"),
                Samples.inserted("3", "p-3"),
                Samples.unreadable("4")));

        assertThat(failed).hasValue("2");
    }

    @Test
    void makes_the_same_event_of_the_same_record() {
        processor.process(List.of(Samples.inserted("1", "p-1")));
        processor.process(List.of(Samples.inserted("1", "p-1"), Samples.removed("2", "p-1")));

        List<String> ids = events.announced().stream().map(ProductFact::eventId).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void announces_a_repaired_item_as_the_new_product_that_it_is() {
        Map<String, Object> item = Samples.item("p-1", "24.90");

        Optional<String> failed =
                processor.process(List.of(modified("1", Samples.without(item, "price"), item)));

        assertThat(failed).isEmpty();
        assertThat(events.announced()).extracting(ProductFact::eventName).containsExactly("product_created");
    }

    @Test
    void does_not_pass_over_an_item_that_was_broken_and_is_gone() {
        Optional<String> failed = processor.process(List.of(new StreamRecord(
                "1",
                Samples.CHANGED_AT,
                Optional.of(Samples.without(Samples.item("p-1", "24.90"), "price")),
                Optional.empty())));

        assertThat(failed).hasValue("1");
    }

    private static StreamRecord modified(String sequenceNumber, Map<String, Object> before, Map<String, Object> after) {
        return new StreamRecord(sequenceNumber, Samples.CHANGED_AT, Optional.of(before), Optional.of(after));
    }
}
