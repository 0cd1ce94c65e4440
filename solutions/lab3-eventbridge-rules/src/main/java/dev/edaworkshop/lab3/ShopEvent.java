package dev.edaworkshop.lab3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab3.given.InvalidEventException;
import dev.edaworkshop.lab3.given.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened in the shop, as it travels on the bus: the name is the event's detail type, data and metadata
 * are its detail.
 *
 * {@snippet lang=json :
 * {"data": {"product_id": "p-0001", "sku": "TOY-0001"},
 *  "metadata": {"event_id": "5f0c…", "event_name": "product_deleted", "source": "shop.catalogue", "version": 1,
 *               "correlation_id": "9b1e…", "created_at": "2026-11-28T09:15:00Z"}}
 * }
 *
 * @param version of the contract that the data keep
 * @param data facts and ids, for whoever cares
 * @param metadata about the event itself, the same for every event of the shop
 */
public record ShopEvent(String name, int version, Map<String, Object> data, Metadata metadata) {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    public ShopEvent {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** What EventBridge calls the detail. */
    String detail() {
        ObjectNode detail = Json.MAPPER.createObjectNode();
        detail.set("data", Json.MAPPER.valueToTree(data));
        detail.set("metadata", Json.MAPPER.valueToTree(metadata));
        return detail.toString();
    }

    /** The facts alone, as JSON. */
    public String dataJson() {
        return Json.MAPPER.valueToTree(data).toString();
    }

    /**
     * Reads what EventBridge hands to a function.
     *
     * @throws InvalidEventException if it is not an event of the shop; the message says why
     */
    static ShopEvent received(Map<String, Object> event) {
        JsonNode json = Json.MAPPER.valueToTree(event);
        String name = json.path("detail-type").asText();
        JsonNode detail = json.path("detail");
        if (!detail.path("data").isObject() || !detail.path("metadata").isObject()) {
            throw new InvalidEventException("%s %s: its detail has no data or no metadata"
                    .formatted(name, json.path("id").asText()));
        }
        try {
            return new ShopEvent(
                    name,
                    detail.path("metadata").path("version").asInt(1),
                    Json.MAPPER.convertValue(detail.path("data"), FACTS),
                    Json.MAPPER.treeToValue(detail.path("metadata"), Metadata.class));
        } catch (JsonProcessingException e) {
            throw new InvalidEventException("%s %s: its metadata cannot be read: %s"
                    .formatted(name, json.path("id").asText(), e.getOriginalMessage()));
        }
    }

    /** @throws InvalidEventException if the event does not say it */
    String text(String field) {
        return optional(field)
                .map(String::valueOf)
                .orElseThrow(() ->
                        new InvalidEventException("%s version %d: %s is missing".formatted(name, version, field)));
    }

    /** @throws InvalidEventException if the event does not say it, or not as a number */
    BigDecimal amount(String field) {
        if (optional(field).orElse("") instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new InvalidEventException("%s version %d: %s is missing, or no number".formatted(name, version, field));
    }

    private Optional<Object> optional(String field) {
        return Optional.ofNullable(data.get(field));
    }
}
