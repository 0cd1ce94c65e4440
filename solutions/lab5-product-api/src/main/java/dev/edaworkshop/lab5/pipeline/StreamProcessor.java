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

    // begin exercise 5.5
    /**
     * Announces what a batch of records stands for, in the order of the stream.
     *
     * <p>Lambda repeats a stream from the first record that failed, and everything after it. So nothing after a record
     * that cannot be read is announced: it will come again, and would be said twice.
     *
     * @return the sequence number of the first record that has to come again; empty if all are done
     */
    public Optional<String> process(List<StreamRecord> batch) {
        Map<String, ProductFact> facts = new LinkedHashMap<>(); // by sequence number
        for (StreamRecord record : batch) {
            try {
                ProductFacts.of(record).ifPresent(fact -> facts.put(record.sequenceNumber(), fact));
            } catch (InvalidRecordException e) {
                log.accept(e.getMessage());
                return announce(facts).or(() -> Optional.of(record.sequenceNumber()));
            }
        }
        return announce(facts);
    }

    private Optional<String> announce(Map<String, ProductFact> facts) {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        PublishReceipt receipt = events.announce(List.copyOf(facts.values()));
        return facts.entrySet().stream()
                .filter(fact -> receipt.refuses(fact.getValue().eventId()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
    // end exercise 5.5
}
