package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.event.ruler.GenericMachine;

/**
 * Many patterns asked at once: what an event costs does not grow with the patterns that do not match it.
 *
 * <p>May be changed while others ask.
 *
 * @param <K> what a pattern belongs to, such as a rule
 */
public final class PatternIndex<K> {
    private final GenericMachine<K> machine = GenericMachine.<K>builder().build();

    public void add(K key, EventPattern pattern) {
        try {
            machine.addRule(key, pattern.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param pattern the one it was added with */
    public void remove(K key, EventPattern pattern) {
        try {
            machine.deleteRule(key, pattern.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whose patterns match.
     *
     * @param event the whole event as JSON
     * @return each key once, in no particular order
     */
    public List<K> matching(String event) {
        try {
            return machine.rulesForJSONEvent(event);
        } catch (Exception e) {
            throw new IllegalArgumentException("not an event: " + event, e);
        }
    }

    /** As {@link #matching(String)}, for an event that has been parsed already. */
    public List<K> matching(JsonNode event) {
        return machine.rulesForJSONEvent(event);
    }
}
