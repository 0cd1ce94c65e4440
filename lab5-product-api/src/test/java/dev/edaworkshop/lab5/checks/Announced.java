package dev.edaworkshop.lab5.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;

/**
 * An event as a check reads it: tolerant, because a wrong one has to get its reason.
 *
 * @param detail our envelope
 * @param detailType what EventBridge was told it is
 */
record Announced(JsonNode detail, String detailType) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param delivered as EventBridge delivers events */
    static List<Announced> of(List<String> delivered) {
        return delivered.stream()
                .map(Announced::json)
                .map(event -> new Announced(
                        event.path("detail"), event.path("detail-type").asText()))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    String name() {
        return detail.path("metadata").path("event_name").asText("no name");
    }

    String productId() {
        return data("product_id");
    }

    String eventId() {
        return detail.path("metadata").path("event_id").asText();
    }

    /** @return empty if there is no such fact */
    String data(String field) {
        return detail.path("data").path(field).asText("");
    }

    boolean says(String field, String amount) {
        JsonNode value = detail.path("data").path(field);
        return value.isNumber() && value.decimalValue().compareTo(new BigDecimal(amount)) == 0;
    }

    /** {@code product_price_changed from 24.9 to 19.9}. */
    String inWords() {
        return data("old_price").isEmpty() && data("new_price").isEmpty()
                ? name()
                : "%s from %s to %s".formatted(name(), data("old_price"), data("new_price"));
    }
}
