package dev.edaworkshop.lab1.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The body of a message, as a check reads it: tolerant, because a wrong one has to get its reason. */
record Body(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A body that is not a JSON object has no fields. */
    static Body parse(String text) {
        try {
            return new Body(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new Body(JSON.createObjectNode());
        }
    }

    /** A text as a JSON string, with its quotation marks. */
    static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    /** @return empty if there is no such field */
    String text(String field) {
        return json.path(field).asText("");
    }

    boolean says(String field, BigDecimal amount) {
        return json.path(field).isNumber() && json.path(field).decimalValue().compareTo(amount) == 0;
    }

    List<String> fields() {
        List<String> fields = new ArrayList<>();
        json.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
