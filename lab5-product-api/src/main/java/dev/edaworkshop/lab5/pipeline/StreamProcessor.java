package dev.edaworkshop.lab5.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes facts of what changed in the table, and says how far it got. */
public final class StreamProcessor {

    private final EventHandler events;
    private final Consumer<String> log;

    public StreamProcessor(EventHandler events, Consumer<String> log) {
        this.events = events;
        this.log = log;
    }

    /*
     * TODO 5.5  Stream processor: how far it got.
     *
     * Lambda hands over up to 100 changes at a time. If one of them cannot be read, the exception ends the whole batch:
     * Lambda then repeats all of it, also what has been announced already. Announce what can be announced, once and in
     * one call (5.6 fills requests with it), and answer with the sequence number of the first record that has to come
     * again. Lambda repeats from that one on, with everything after it.
     */
    public Optional<String> process(List<StreamRecord> batch) {
        for (StreamRecord record : batch) {
            Optional<ProductFact> fact = ProductFacts.of(record);
            if (fact.isPresent()) {
                events.announce(List.of(fact.get()));
            }
        }
        return Optional.empty();
    }
}
