package dev.edaworkshop.lab5.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.checks.Shop.Reply;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Does the same things twice, first with DynamoDB behind the functions, then with an SQL database. */
@Exercise(value = "5.2", aboutDeliveries = false)
class SwapTheDatabaseCheck {

    /** How DynamoDB's values look when somebody hands them on as they are. */
    private static final Pattern DYNAMO_DB_SHAPE =
            Pattern.compile("AttributeValue\\([^)]*\\)|\\{\"[snSN]\":\"[^\"]*\"[^}]*}");

    private static final Pattern PRODUCT = Pattern.compile("\"product_id\"");

    private static final String LAST_PAGE = " to the last page";

    /** There is no adapter for it. */
    private static final String UNKNOWN = "parchment";

    private static final Duration DATABASE_STARTS = Duration.ofSeconds(30);

    /** What happened at one step of the scenario, without what is never the same twice. */
    private record Step(String request, int status, String body, String why) {

        /** The reason is for people: two steps are the same if they were answered alike. */
        boolean isAnsweredLike(Step other) {
            return status == other.status && body.equals(other.body);
        }

        @Override
        public String toString() {
            return "%d %s%s".formatted(status, body, why);
        }
    }

    @Test
    void nobody_outside_can_tell_which_database_it_is(DeployedLab lab) {
        try (Running database = lab.start("database", List.of(), Map.of());
                Shop shop = Shop.open(lab)) {
            List<Step> withDynamoDb = scenario(shop);
            requireWorks(withDynamoDb);
            requireWholeLists(withDynamoDb);

            letUse(lab, jdbcUrl(database));
            TableCalls calls = TableCalls.from(lab);
            List<Step> withSql = scenario(shop);

            requireNoCalls(calls);
            requireSame(withDynamoDb, withSql);

            requireUnknownRefused(lab, shop);
        }
    }

    private static List<Step> scenario(Shop shop) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            steps.add(step(shop.put("/products/p-" + i, product(i, "24.90"))));
        }
        steps.add(step(shop.get("/products/p-1")));
        steps.add(step(shop.staffGet("/admin/products/p-2")));
        steps.add(pages(shop, "/products?category=toys&limit=2"));
        steps.add(pages(shop, "/products?limit=2"));
        steps.add(step(shop.put("/products/p-1", product(1, "19.90"), "If-Match", "\"1\"")));
        steps.add(step(shop.get("/products/p-1")));
        steps.add(step(shop.delete("/products/p-2")));
        steps.add(pages(shop, "/products?category=rope"));
        return steps;
    }

    private static Step step(Reply reply) {
        return new Step(reply.request(), reply.status(), timeless(reply.json()).toString(), reply.why());
    }

    private static JsonNode timeless(JsonNode product) {
        return product instanceof ObjectNode object ? object.without(List.of("created_at", "updated_at")) : product;
    }

    /** All pages, as one list in the order of the ids: how a store cuts its pages is its own business. */
    private static Step pages(Shop shop, String path) {
        List<JsonNode> products = new ArrayList<>();
        Optional<String> next = Optional.of("");
        int status = 200;
        String why = "";
        for (int page = 0; next.isPresent() && status == 200 && page < 20; page++) {
            Reply reply = shop.get(path
                    + next.filter(token -> !token.isEmpty())
                            .map(token -> "&next=" + token)
                            .orElse(""));
            status = reply.status();
            why = reply.why();
            reply.json().path("products").forEach(product -> products.add(timeless(product)));
            next = Optional.ofNullable(reply.json().get("next")).map(JsonNode::asText);
        }
        return new Step(
                "GET " + path + LAST_PAGE,
                status,
                products.stream().map(JsonNode::toString).sorted().collect(Collectors.joining(", ", "[", "]")),
                why);
    }

    private static void requireWorks(List<Step> steps) {
        steps.stream().filter(step -> step.status() / 100 != 2).findFirst().ifPresent(step -> {
            throw Red.because(
                    "broken",
                    "with DynamoDB everything works as before",
                    "%s was answered %s".formatted(step.request(), step));
        });
        requireNoDynamoDbShape(steps);
    }

    /** Before it is asked which adapter lost something: whether both would have. */
    private static void requireWholeLists(List<Step> steps) {
        requireListed(steps, "/products?category=toys&limit=2", 3);
        requireListed(steps, "/products?limit=2", 5);
    }

    private static void requireListed(List<Step> steps, String path, int products) {
        String request = "GET " + path + LAST_PAGE;
        Step list = steps.stream()
                .filter(step -> step.request().equals(request))
                .findFirst()
                .orElseThrow();
        long listed = PRODUCT.matcher(list.body()).results().count();
        if (listed != products) {
            throw Red.because(
                    "list-cut",
                    "%s lists %d products".formatted(request, products),
                    "With DynamoDB and page by page, it listed %d of %d: %s"
                            .formatted(listed, products, list));
        }
    }

    private static void requireNoDynamoDbShape(List<Step> steps) {
        for (Step step : steps) {
            var shape = DYNAMO_DB_SHAPE.matcher(step.body());
            if (shape.find()) {
                throw Red.because(
                        "sdk-shape",
                        "an answer looks the same whichever database it comes from",
                        "%s: the response differs: `%s` is DynamoDB's shape".formatted(step.request(), shape.group()));
            }
        }
    }

    private static void requireNoCalls(TableCalls calls) {
        List<String> actions = calls.actions();
        if (actions.isEmpty()) {
            return;
        }
        String expected = "with PRODUCT_DATABASE=sql nobody asks DynamoDB";
        if (actions.contains("PutItem")) {
            throw Red.because(
                    "choice-ignored",
                    expected,
                    "PRODUCT_DATABASE is sql, and the functions asked DynamoDB %d times, first for `%s`"
                            .formatted(actions.size(), actions.getFirst()));
        }
        throw Red.because(
                "goes-round-the-port",
                expected,
                "What is written goes to the SQL database, but somebody still asks DynamoDB: `%s`, %d times"
                        .formatted(actions.getFirst(), actions.size()));
    }

    private static void requireSame(List<Step> withDynamoDb, List<Step> withSql) {
        for (int i = 0; i < withDynamoDb.size(); i++) {
            Step dynamoDb = withDynamoDb.get(i);
            Step sql = withSql.get(i);
            if (!dynamoDb.isAnsweredLike(sql)) {
                throw Red.because(
                        "response-differs",
                        "%s is answered alike, whichever database it is".formatted(sql.request()),
                        "With DynamoDB %s, with the SQL database %s".formatted(dynamoDb, sql));
            }
        }
    }

    /** Whoever deploys has made a mistake, and must not find out by products in the wrong database. */
    private static void requireUnknownRefused(DeployedLab lab, Shop shop) {
        String function = lab.output("StorefrontFunction");
        lab.expectFailures(function);
        letUse(lab, "StorefrontFunction", Map.of("PRODUCT_DATABASE", UNKNOWN));
        TableCalls calls = TableCalls.from(lab);
        Reply reply = shop.get("/products/p-1");
        if (!reply.isFailure()) {
            throw Red.because(
                    "unknown-accepted",
                    "PRODUCT_DATABASE=%s is a mistake of whoever deploys, and the function fails".formatted(UNKNOWN),
                    "PRODUCT_DATABASE is %s, and %s was answered %d%s"
                            .formatted(
                                    UNKNOWN,
                                    reply.request(),
                                    reply.status(),
                                    calls.actions().isEmpty() ? "" : " out of DynamoDB"));
        }
    }

    private static String jdbcUrl(Running database) {
        Instant deadline = Instant.now().plus(DATABASE_STARTS);
        while (Instant.now().isBefore(deadline) && database.isAlive()) {
            for (String line : database.printed()) {
                int at = line.indexOf("jdbc:");
                if (at >= 0) {
                    return line.substring(at).strip();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos()); // another process, so no clock of ours
        }
        // Nothing that a learner has written: the check itself cannot go on.
        throw new IllegalStateException("The SQL database did not start, it printed " + database.printed());
    }

    /** What whoever deploys would do: say which database it is. */
    private static void letUse(DeployedLab lab, String jdbcUrl) {
        for (String output : List.of("StorefrontFunction", "AdminFunction")) {
            letUse(lab, output, Map.of("PRODUCT_DATABASE", "sql", "PRODUCT_JDBC_URL", jdbcUrl));
        }
    }

    private static void letUse(DeployedLab lab, String output, Map<String, String> more) {
        String function = lab.output(output);
        Map<String, String> variables = new HashMap<>(lab.lambda()
                .getFunctionConfiguration(request -> request.functionName(function))
                .environment()
                .variables());
        variables.putAll(more);
        lab.lambda().updateFunctionConfiguration(request -> request.functionName(function)
                .environment(environment -> environment.variables(variables)));
    }

    private static String product(int number, String price) {
        return """
                {"sku": "TOY-000%1$d", "name": "Wooden boat no. %1$d", "category": "%2$s", "price": %3$s, "cost": 11.2, "region": "eu"}""".formatted(number, number <= 3 ? "toys" : "rope", price);
    }
}
