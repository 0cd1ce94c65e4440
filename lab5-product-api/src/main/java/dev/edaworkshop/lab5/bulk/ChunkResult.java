package dev.edaworkshop.lab5.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What has become of the rows of a chunk.
 *
 * @param imported how many are in the table because of this file
 * @param notImported what was wrong with the others, by line
 */
public record ChunkResult(int imported, List<String> notImported) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ChunkResult {
        notImported = List.copyOf(notImported);
    }

    public int rows() {
        return imported + notImported.size();
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A number and some lines can be written as JSON", e);
        }
    }

    static ChunkResult parse(String json) {
        try {
            return JSON.readValue(json, ChunkResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a chunk's result: " + json, e);
        }
    }
}
