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

    /*
     * TODO 5.7  Tests that bite.
     *
     * There is a test, it is green, and it would be green if the pipeline announced nonsense: all it says is that nothing
     * was thrown. Write tests that notice. Somewhere, eight copies of the pipeline are waiting, each with one mistake;
     * your tests have to be green on the right one, and at least one of them red on each of the wrong ones.
     *
     * FakeEventHandler keeps what the stream processor announces, FakeEventProvider keeps the envelopes that an Announcer
     * makes of it, Records has the changes of the table. Ask of each: what does somebody on the pier rely on?
     *
     * Check:  ./lab check 5.7
     * Read:   guide/lab5-product-api.md#57-tests-that-bite
     */

    @Test
    void a_new_product_is_processed() {
        process(Records.inserted("1", "p-1"));
        new Announcer(bus, true).announce(events.announced());
    }

    private Optional<String> process(StreamRecord... records) {
        return processor.process(List.of(records));
    }
}
