package dev.edaworkshop.lab5.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.lab5.checks.Shop.Reply;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sends fourteen bodies that are no products, two that are, and looks at one product through both facades. */
@Exercise(value = "5.1", aboutDeliveries = false)
class LeanHandlerCheck {

    /** A body that is no product, and the fields that are wrong. */
    private record Bad(String body, List<String> fields) {}

    private static final List<Bad> BAD_BODIES = List.of(
            bad(product("price", "\"free\""), "price"),
            bad(product("price", "-3"), "price"),
            bad(product("price", "24.905"), "price"),
            bad(product("price", "0"), "price"),
            bad(product("cost", "null"), "cost"),
            bad(product("sku", "\"toy-1\""), "sku"),
            bad(product("name", "\"   \""), "name"),
            bad(product("name", "\"" + "x".repeat(101) + "\""), "name"),
            bad(product("category", "[\"toys\"]"), "category"),
            bad(product("region", "\"\""), "region"),
            bad(product("prize", "24.90"), "prize"),
            bad(product("note", "\"red\""), "note"),
            bad(product("version", "7"), "version"),
            bad("{}", "sku", "name", "category", "price", "cost", "region"));

    private static final Set<String> FIELDS = Set.of("sku", "name", "category", "price", "cost", "region");

    private static final String BOAT = product("price", "24.90");
    private static final String CHEAPEST = """
            {"sku": "GIF-0999", "name": "%s", "category": "gifts", "price": 0.01, "cost": 0, "region": "uk"}""".formatted("n".repeat(100));

    @Test
    void what_is_wrong_is_named_before_anything_is_written(DeployedLab lab) {
        try (Shop shop = Shop.open(lab)) {
            for (Bad bad : BAD_BODIES) {
                TableCalls calls = TableCalls.from(lab);
                Reply reply = shop.put("/products/p-bad", bad.body());
                requireRefused(bad, reply, calls);
            }
            requireAccepted(shop.put("/products/p-0001", BOAT));
            requireAccepted(shop.put("/products/p-0999", CHEAPEST));
            requireStored(lab, 2);
            requireFacades(shop);
        }
    }

    private static void requireRefused(Bad bad, Reply reply, TableCalls calls) {
        String expected = "a body that is no product is answered 400, and the table is not asked";
        if (reply.isSuccess()) {
            throw Red.because(
                    believed(bad),
                    expected,
                    "The body %s was answered %d, and it is in the table. Who looked at %s, and who said no?"
                            .formatted(bad.body(), reply.status(), bad.fields().getFirst()));
        }
        if (!calls.actions().isEmpty()) {
            String action = calls.writes().isEmpty()
                    ? calls.actions().getFirst()
                    : calls.writes().getFirst();
            throw Red.because(
                    "written-first",
                    expected,
                    "%d returned, but `%s` already happened".formatted(reply.status(), action));
        }
        if (reply.status() != 400) {
            throw Red.because(
                    "not-a-400",
                    expected,
                    "The body %s was answered %d: whose fault is that, the client's or ours?%s"
                            .formatted(bad.body(), reply.status(), reply.why()));
        }
        List<String> unnamed = bad.fields().stream()
                .filter(field -> !reply.body().contains(field))
                .toList();
        if (unnamed.size() == bad.fields().size()) {
            throw Red.because(
                    "field-not-named",
                    "the answer names the field that is wrong",
                    "The answer to %s does not say that it is about `%s`: %s"
                            .formatted(bad.body(), unnamed.getFirst(), reply.body()));
        }
        if (!unnamed.isEmpty()) {
            throw Red.because(
                    "one-at-a-time",
                    "the answer names every field that is wrong",
                    "%s lacks %d fields, the answer says nothing of %s. How many times will the client have to try?"
                            .formatted(bad.body(), bad.fields().size(), unnamed));
        }
    }

    /** Nobody looked at anything, or not at this; or nobody missed the rule that says what else there may be. */
    private static String believed(Bad bad) {
        if (!FIELDS.contains(bad.fields().getFirst())) {
            return "unknown-field";
        }
        return bad.equals(BAD_BODIES.getFirst()) ? "believed" : "too-lenient";
    }

    private static void requireAccepted(Reply reply) {
        if (!reply.isSuccess()) {
            throw Red.because(
                    reply.isFailure() ? "fails" : "too-strict",
                    "a good product is answered 201 (200 is right, too)",
                    "%s, a good product, was answered %s".formatted(reply.request(), reply.inWords()));
        }
    }

    private static void requireStored(DeployedLab lab, int products) {
        int items = lab.dynamoDb()
                .scan(request -> request.tableName(lab.output("ProductTable")))
                .count();
        if (items != products) {
            throw Red.because(
                    "believed",
                    "two good products, two items in the table",
                    "After two good bodies and %d bad ones, the table holds %d items"
                            .formatted(BAD_BODIES.size(), items));
        }
    }

    private static void requireFacades(Shop shop) {
        Reply customer = shop.get("/products/p-0001");
        Reply staff = shop.staffGet("/admin/products/p-0001");
        requireNotSwapped(staff);
        requireAmount(staff, "price", "24.90");
        requireAmount(staff, "cost", "11.20");
        requireAmount(customer, "price", "24.90");
        if (!customer.json().findValues("cost").isEmpty() || customer.body().contains("11.2")) {
            throw Red.because(
                    "cost-leaks",
                    "the storefront's facade hides the cost",
                    "A customer gets to see what the shop paid: %s".formatted(customer.body()));
        }
        String version = staff.header("etag");
        Reply changed = shop.put("/products/p-0001", product("cost", "10.70"), "If-Match", version);
        requireChanged(changed, version);
        requireAmount(shop.staffGet("/admin/products/p-0001"), "cost", "10.70");
        Reply again = shop.get("/products/p-0001");
        if (!again.body().equals(customer.body())) {
            throw Red.because(
                    "not-byte-equal",
                    "when the back office changes a cost, the storefront's answer stays the same, byte for byte",
                    "Only the cost was changed, and customers see a difference: first %s, then %s"
                            .formatted(customer.body(), again.body()));
        }
    }

    private static void requireNotSwapped(Reply staff) {
        if (isAmount(staff, "price", "11.20") && isAmount(staff, "cost", "24.90")) {
            throw Red.because(
                    "swapped",
                    "%s says price, 24.90 and cost, 11.20".formatted(staff.request()),
                    "price and cost have changed places: %s was answered %s"
                            .formatted(staff.request(), staff.inWords()));
        }
    }

    private static void requireChanged(Reply changed, String version) {
        if (changed.isSuccess()) {
            return;
        }
        boolean created = changed.status() == 409 || changed.why().contains("ConditionalCheckFailed");
        boolean saidByVersion = created || changed.status() == 412 || changed.status() == 404;
        throw Red.because(
                saidByVersion ? "version-not-seen" : changed.isFailure() ? "fails" : "too-strict",
                "who sends the version they have seen (If-Match: %s) may change a product".formatted(version),
                "%s%s was answered %s"
                        .formatted(
                                created ? "A change was treated as a creation: " : "",
                                changed.request(),
                                changed.inWords()));
    }

    private static boolean isAmount(Reply reply, String field, String expected) {
        JsonNode value = reply.json().path(field);
        return value.isNumber() && value.decimalValue().compareTo(new BigDecimal(expected)) == 0;
    }

    private static void requireAmount(Reply reply, String field, String expected) {
        if (!isAmount(reply, field, expected)) {
            throw Red.because(
                    reply.isFailure() ? "fails" : "facade-lacks",
                    "%s says %s, %s".formatted(reply.request(), field, expected),
                    "%s was answered %s".formatted(reply.request(), reply.inWords()));
        }
    }

    private static Bad bad(String body, String... fields) {
        return new Bad(body, List.of(fields));
    }

    /** A wooden boat, except for one field, which takes the place of the good one or stands beside them. */
    private static String product(String field, String value) {
        StringBuilder body = new StringBuilder("{\"%s\": %s".formatted(field, value));
        String[][] good = {
            {"sku", "\"TOY-0001\""},
            {"name", "\"Wooden boat\""},
            {"category", "\"toys\""},
            {"price", "24.90"},
            {"cost", "11.20"},
            {"region", "\"eu\""}
        };
        for (String[] other : good) {
            if (!other[0].equals(field)) {
                body.append(", \"%s\": %s".formatted(other[0], other[1]));
            }
        }
        return body.append("}").toString();
    }
}
