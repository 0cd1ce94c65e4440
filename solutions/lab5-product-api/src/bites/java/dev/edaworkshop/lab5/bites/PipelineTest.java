package dev.edaworkshop.lab5.bites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab5.event.Metadata;
import dev.edaworkshop.lab5.pipeline.Announcer;
import dev.edaworkshop.lab5.pipeline.ProductFact;
import dev.edaworkshop.lab5.pipeline.StreamProcessor;
import dev.edaworkshop.lab5.pipeline.StreamRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pipeline without a table, without a bus and without a network. */
class PipelineTest {

    private final FakeEventHandler events = new FakeEventHandler();
    private final StreamProcessor processor = new StreamProcessor(events, line -> {});
    private final FakeEventProvider bus = new FakeEventProvider();

    // begin exercise 5.7
    // Each test says one thing that somebody on the pier relies on.

    @Test
    void a_product_is_created_repriced_and_deleted() {
        process(
                Records.inserted("1", "p-1"),
                Records.repriced("2", "p-1", "24.90", "19.90"),
                Records.removed("3", "p-1"));

        assertThat(events.announced())
                .extracting(ProductFact::eventName)
                .containsExactly("product_created", "product_price_changed", "product_deleted");
    }

    @Test
    void a_new_name_is_nobodys_news() {
        process(Records.renamed("1", "p-1"));

        assertThat(events.announced()).isEmpty();
    }

    @Test
    void the_old_price_is_not_the_new_one() {
        process(Records.repriced("1", "p-1", "24.90", "19.90"));

        assertThat(events.announced().getFirst().data())
                .containsEntry("old_price", new BigDecimal("24.90"))
                .containsEntry("new_price", new BigDecimal("19.90"));
    }

    @Test
    void the_same_record_is_the_same_event() {
        process(Records.inserted("1", "p-1"));
        process(Records.inserted("1", "p-1"));

        assertThat(events.announced())
                .extracting(ProductFact::eventId)
                .containsOnly(events.announced().getFirst().eventId());
    }

    @Test
    void a_record_that_cannot_be_read_comes_again() {
        Optional<String> failed = process(Records.inserted("1", "p-1"), Records.unreadable("2"));

        assertThat(failed).hasValue("2");
    }

    @Test
    void the_first_refused_event_comes_again_and_everything_after_it() {
        events.refuse("p-2");
        events.refuse("p-3");

        Optional<String> failed =
                process(Records.inserted("1", "p-1"), Records.inserted("2", "p-2"), Records.inserted("3", "p-3"));

        assertThat(failed).hasValue("2");
    }

    @Test
    void the_envelope_says_what_happened_and_which_request_it_goes_back_to() {
        process(Records.inserted("1", "p-1"));
        new Announcer(bus, true).announce(events.announced());

        Metadata metadata = bus.published().getFirst().metadata();
        assertThat(metadata.eventName()).isEqualTo("product_created");
        assertThat(metadata.correlationId()).isEqualTo(Records.CORRELATION_ID);
    }
    // end exercise 5.7

    private Optional<String> process(StreamRecord... records) {
        return processor.process(List.of(records));
    }
}
