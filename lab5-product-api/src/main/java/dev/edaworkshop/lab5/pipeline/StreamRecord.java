package dev.edaworkshop.lab5.pipeline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One change of one item, without AWS's types.
 *
 * @param sequenceNumber its place in the stream, by which Lambda knows it
 * @param changedAt to the second
 * @param before the item's attributes before the change; empty if there was no such item
 * @param after the same afterwards; empty if the item is gone
 */
public record StreamRecord(
        String sequenceNumber,
        Instant changedAt,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after) {

    public StreamRecord {
        before = before.map(Map::copyOf);
        after = after.map(Map::copyOf);
    }
}
