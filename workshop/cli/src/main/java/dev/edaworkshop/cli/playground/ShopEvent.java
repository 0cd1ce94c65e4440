package dev.edaworkshop.cli.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.testkit.exercises.DemoProduct;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Something to send.
 *
 * @param name {@code product_created}, …: the attribute {@code event_name}, the detail type
 * @param label what people call it, such as the SKU
 * @param attributes name to value, all of type String
 */
public record ShopEvent(String name, String label, String body, Map<String, String> attributes) {
    /** What happens in the shop. */
    public static final List<String> TEMPLATES = List.of("product_created", "product_price_changed", "product_deleted");

    static final String SOURCE = "playground";

    /** For a lab that has no catalogue. */
    private static final List<DemoProduct> FEW_PRODUCTS = List.of(
            product("p-0001", "TOY-0001", "Wooden boat", "toys", "24.90", "eu"),
            product("p-0002", "GAM-0003", "Knot puzzle", "games", "15.00", "uk"),
            product("p-0003", "LAM-0007", "Storm lantern", "lamps", "89.00", "us"));

    public ShopEvent {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The shop's own event.
     *
     * @param products to choose from; if there are none, a few of ours
     * @param random decides about product, price and id: the same seed gives the same event
     */
    public static ShopEvent of(String template, List<DemoProduct> products, Random random, Instant now) {
        List<DemoProduct> choice = products.isEmpty() ? FEW_PRODUCTS : products;
        DemoProduct product = choice.get(random.nextInt(choice.size()));
        var body = Json.object()
                .put("event_id", new UUID(random.nextLong(), random.nextLong()).toString())
                .put("event_name", template)
                .put("source", SOURCE)
                .put("occurred_at", now.toString())
                .put("product_id", product.productId())
                .put("sku", product.sku())
                .put("name", product.name())
                .put("category", product.category())
                .put("region", product.region());
        BigDecimal price = product.price();
        if (template.equals("product_price_changed")) {
            BigDecimal factor = BigDecimal.valueOf(70 + random.nextInt(60), 2);
            body.put("old_price", price).put("price", price.multiply(factor).setScale(2, RoundingMode.HALF_UP));
        } else {
            body.put("price", price);
        }
        return new ShopEvent(template, product.sku(), body.toString(), shopAttributes(template));
    }

    /** One's own body. */
    public static ShopEvent of(String name, String body) {
        return new ShopEvent(name, "", body, shopAttributes(name));
    }

    /**
     * As it goes to a bus: facts and metadata apart, with the part of the shop that says it as its source.
     *
     * <p>Only for events made by {@link #of(String, List, Random, Instant)}.
     */
    public ShopEvent inEnvelope() {
        try {
            ObjectNode facts = (ObjectNode) Json.parse(body);
            String source = "shop.catalogue"; // all templates are the catalogue's
            ObjectNode envelope = Json.object();
            ObjectNode metadata = Json.object()
                    .put("event_id", facts.path("event_id").asText())
                    .put("event_name", name)
                    .put("source", source)
                    .put("version", 1)
                    .put("correlation_id", facts.path("event_id").asText())
                    .put("created_at", facts.path("occurred_at").asText());
            facts.remove(List.of("event_id", "event_name", "source", "occurred_at"));
            if (facts.has("old_price")) {
                facts.set("new_price", facts.remove("price"));
            }
            envelope.set("data", facts);
            envelope.set("metadata", metadata);
            return new ShopEvent(name, label, envelope.toString(), Map.of("event_name", name, "source", source));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of the shop is JSON: " + body, e);
        }
    }

    /** With more attributes, which win over those there are. */
    public ShopEvent with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return new ShopEvent(name, label, body, all);
    }

    private static Map<String, String> shopAttributes(String name) {
        return Map.of("event_name", name, "source", SOURCE);
    }

    private static DemoProduct product(
            String id, String sku, String name, String category, String price, String region) {
        return new DemoProduct(id, sku, name, category, new BigDecimal(price), region, 1);
    }
}
