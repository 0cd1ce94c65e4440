package dev.edaworkshop.lab5.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A part of a file, from the beginning of a line to the end of one.
 *
 * @param key of the object in the bucket
 * @param from its first byte
 * @param to the byte after its last
 * @param firstLine the number of its first line in the file, from 1
 */
public record Chunk(String key, long from, long to, long firstLine) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Four values can be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no chunk */
    public static Chunk parse(String json) {
        try {
            return JSON.readValue(json, Chunk.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a chunk of a file: " + json, e);
        }
    }
}
