package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An output as its template declares it; value and export name are not resolved. */
record Output(
        String key, JsonNode value, String description, Optional<String> condition, Optional<JsonNode> exportName) {
    Output withValue(JsonNode other) {
        return new Output(key, other, description, condition, exportName);
    }
}
