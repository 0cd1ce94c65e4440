package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.testkit.DeployedLab;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes products into the catalogue's table, past the API: what the pipeline makes of them does not depend on it. */
final class TableWriter {

    static final String FIRST = "p-first-";

    private final DeployedLab lab;
    private int batches;

    TableWriter(DeployedLab lab) {
        this.lab = lab;
    }

    /** Runs the writes while the stream processor is held up, so that they wait together and come to it as one batch. */
    void inOneBatch(Runnable writes) {
        try (var heldUp = lab.fault(lab.output("StreamProcessorFunction"), new FaultPlan.Throttle())) {
            // The first record is taken alone, and keeps the place until the processor is let in again.
            put(item(FIRST + ++batches, "1.00"));
            lab.drain(Duration.ofMillis(1));
            writes.run();
        }
        lab.drain();
    }

    void put(Map<String, AttributeValue> item) {
        lab.dynamoDb().putItem(request -> request.tableName(lab.output("ProductTable"))
                .item(item));
    }

    void delete(String productId) {
        lab.dynamoDb().deleteItem(request -> request.tableName(lab.output("ProductTable"))
                .key(Map.of("product_id", AttributeValue.fromS(productId))));
    }

    /** A wooden boat, signed by this check: nobody but a check hears of it. */
    Map<String, AttributeValue> item(String productId, String price) {
        return with(
                Map.of(
                        "product_id", AttributeValue.fromS(productId),
                        "sku", AttributeValue.fromS("TOY-0001"),
                        "name", AttributeValue.fromS("Wooden boat"),
                        "category", AttributeValue.fromS("toys"),
                        "cost", AttributeValue.fromN("7.50"),
                        "region", AttributeValue.fromS("eu"),
                        "correlation_id", AttributeValue.fromS("c-" + productId),
                        "test_name", AttributeValue.fromS(lab.source())),
                "price",
                AttributeValue.fromN(price));
    }

    /** A sign that JSON writes with six: the item fits into the table, its event of 1.2 MB into no request. */
    Map<String, AttributeValue> huge(String productId) {
        return with(item(productId, "1.00"), "name", AttributeValue.fromS("\u0007".repeat(200_000)));
    }

    static Map<String, AttributeValue> with(Map<String, AttributeValue> item, String attribute, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(attribute, value);
        return changed;
    }

    static Map<String, AttributeValue> without(Map<String, AttributeValue> item, String attribute) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.remove(attribute);
        return changed;
    }
}
