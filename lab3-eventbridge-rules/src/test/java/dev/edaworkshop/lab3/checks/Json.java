package dev.edaworkshop.lab3.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Some JSON, as a check reads it: tolerant, because a wrong one has to get its reason. */
record Json(JsonNode node) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What is not JSON has no fields. */
    static Json parse(String text) {
        try {
            return new Json(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return new Json(MAPPER.createObjectNode());
        }
    }

    /** @param path such as {@code /detail/data/sku} */
    Json at(String path) {
        return new Json(node.at(path));
    }

    /** @return empty if there is no such field */
    String text(String path) {
        return node.at(path).asText("");
    }

    boolean says(String path, BigDecimal amount) {
        return node.at(path).isNumber() && node.at(path).decimalValue().compareTo(amount) == 0;
    }

    boolean has(String path) {
        return !node.at(path).isMissingNode() && !node.at(path).isNull();
    }

    List<String> fields() {
        List<String> fields = new ArrayList<>();
        node.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** The event id of an event as EventBridge delivers it. */
    String id() {
        return text("/id");
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
