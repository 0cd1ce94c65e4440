package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.lab5.checks.Shop.Reply;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Uses the API as everybody does; then tries, as each of the functions, what that function has no business to do. */
@Exercise(value = "5.4", aboutDeliveries = false)
class DomainConstructsCheck {

    private static final Map<String, AttributeValue> KEY = Map.of("product_id", AttributeValue.fromS("p-1"));
    private static final Map<String, AttributeValue> PAYMENT = Map.of("payment_id", AttributeValue.fromS("pay-1"));

    @Test
    void each_function_may_do_what_its_work_needs_and_nothing_else(DeployedLab lab) {
        try (Shop shop = Shop.open(lab)) {
            requireShopWorks(lab, shop);
        }
        String products = lab.output("ProductTable");
        String payments = lab.output("PaymentsTable");
        requireDenied(lab, "the storefront", "StorefrontFunction", writes(products, KEY), "too-much");
        requireDenied(
                lab,
                "the back office",
                "AdminFunction",
                notForTheBackOffice(products),
                "more-than-asked");
        Map<String, Consumer<DynamoDbClient>> foreign = new LinkedHashMap<>(writes(products, KEY));
        foreign.putAll(reads(products, KEY));
        requireDenied(lab, "Payments", "PaymentsFunction", foreign, "not-its-table");
        foreign = new LinkedHashMap<>(writes(payments, PAYMENT));
        foreign.putAll(reads(payments, PAYMENT));
        requireDenied(lab, "the storefront", "StorefrontFunction", foreign, "not-its-table");
        requireDenied(lab, "the back office", "AdminFunction", foreign, "not-its-table");
    }

    private static void requireShopWorks(DeployedLab lab, Shop shop) {
        String boat = """
                {"sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "cost": 11.20, "region": "eu"}""";
        List.of(
                        shop.put("/products/p-1", boat),
                        shop.put("/products/p-1", boat.replace("24.90", "19.90"), "If-Match", "\"1\""),
                        shop.get("/products/p-1"),
                        shop.get("/products"),
                        shop.get("/products?category=toys"),
                        shop.staffGet("/admin/products/p-1"),
                        shop.staffGet("/admin/products?category=toys"),
                        shop.staffGet("/admin/products"),
                        shop.delete("/products/p-1"))
                .forEach(reply -> requireSuccess(reply, lab));
        requireShut(shop.anonymousPut("/products/p-2", boat));
        lab.invoke(lab.output("PaymentsFunction"), """
                {"payment_id": "pay-1", "product_id": "p-1", "amount": 24.90}""");
    }

    private static void requireSuccess(Reply reply, DeployedLab lab) {
        if (!reply.isSuccess()) {
            throw Red.because(
                    "too-little",
                    "the API still works, end to end",
                    "%s was answered %d%s"
                            .formatted(reply.request(), reply.status(), denied(lab).orElseGet(reply::why)));
        }
    }

    private static Optional<String> denied(DeployedLab lab) {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.DENIED)
                .reduce((first, second) -> second)
                .map(hop -> ": " + hop.reason());
    }

    private static void requireShut(Reply reply) {
        if (reply.status() != 401) {
            throw Red.because(
                    "open-to-all",
                    "whoever has not signed in changes nothing: 401",
                    "%s without a token was answered %d".formatted(reply.request(), reply.status()));
        }
    }

    private static void requireDenied(
            DeployedLab lab,
            String who,
            String output,
            Map<String, Consumer<DynamoDbClient>> attempts,
            String mistake) {
        DynamoDbClient asFunction = lab.dynamoDbAs(lab.output(output));
        attempts.forEach((what, attempt) -> {
            if (isAllowed(asFunction, attempt)) {
                throw Red.because(
                        mistake,
                        "%s may not %s".formatted(who, what),
                        "As %s's function, the check tried to %s, and was *allowed* to".formatted(who, what));
            }
        });
    }

    private static boolean isAllowed(DynamoDbClient client, Consumer<DynamoDbClient> attempt) {
        try {
            attempt.accept(client);
            return true;
        } catch (DynamoDbException e) {
            // Refused for another reason, it was allowed to try.
            return !e.awsErrorDetails().errorCode().equals("AccessDeniedException");
        }
    }

    private static Map<String, Consumer<DynamoDbClient>> writes(String table, Map<String, AttributeValue> key) {
        Map<String, Consumer<DynamoDbClient>> attempts = new LinkedHashMap<>();
        String name = nameOf(key);
        attempts.put(
                "delete " + name,
                client -> client.deleteItem(request -> request.tableName(table).key(key)));
        attempts.put(
                "put " + name,
                client -> client.putItem(request -> request.tableName(table).item(key)));
        attempts.put(
                "update " + name,
                client -> client.updateItem(request -> request.tableName(table).key(key)));
        attempts.put("put many %s at once".formatted(name), putMany(table, key));
        return attempts;
    }

    /** It changes products as a whole, one after the other, and the table is not its to delete. */
    private static Map<String, Consumer<DynamoDbClient>> notForTheBackOffice(String products) {
        Map<String, Consumer<DynamoDbClient>> attempts = new LinkedHashMap<>();
        attempts.put(
                "change parts of a product (UpdateItem)",
                client -> client.updateItem(
                        request -> request.tableName(products).key(KEY)));
        attempts.put("put many products at once (BatchWriteItem)", putMany(products, KEY));
        attempts.put(
                "delete a table that it has never heard of (DeleteTable)",
                client -> client.deleteTable(request -> request.tableName("some-other-table")));
        attempts.put(
                "delete the table (DeleteTable)",
                client -> client.deleteTable(request -> request.tableName(products)));
        return attempts;
    }

    private static Consumer<DynamoDbClient> putMany(String table, Map<String, AttributeValue> item) {
        var write = WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
        return client -> client.batchWriteItem(request -> request.requestItems(Map.of(table, List.of(write))));
    }

    private static Map<String, Consumer<DynamoDbClient>> reads(String table, Map<String, AttributeValue> key) {
        Map<String, Consumer<DynamoDbClient>> attempts = new LinkedHashMap<>();
        String name = nameOf(key);
        attempts.put(
                "read " + name,
                client -> client.getItem(request -> request.tableName(table).key(key)));
        attempts.put("list all " + name, client -> client.scan(request -> request.tableName(table)));
        return attempts;
    }

    private static String nameOf(Map<String, AttributeValue> key) {
        return key.containsKey("product_id") ? "products" : "payments";
    }
}
