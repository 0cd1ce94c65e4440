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
@Exercise("5.2")
class SwapTheDatabaseCheck {

    /** How DynamoDB's values look when somebody hands them on as they are. */
    private static final Pattern DYNAMO_DB_SHAPE =
            Pattern.compile("AttributeValue\\([^)]*\\)|\\{\"[snSN]\":\"[^\"]*\"[^}]*}");

    private static final Duration DATABASE_STARTS = Duration.ofSeconds(30);

    /** What happened at one step of the scenario, without what is never the same twice. */
    private record Step(String request, int status, String body) {
        @Override
        public String toString() {
            return "%d %s".formatted(status, body);
        }
    }

    @Test
    void nobody_outside_can_tell_which_database_it_is(DeployedLab lab) {
        try (Running database = lab.start("database", List.of(), Map.of());
                Shop shop = Shop.open(lab)) {
            List<Step> withDynamoDb = scenario(shop);
            requireWorks(withDynamoDb);

            letUse(lab, jdbcUrl(database));
            TableCalls calls = TableCalls.from(lab);
            List<Step> withSql = scenario(shop);

            requireNoCalls(calls);
            requireSame(withDynamoDb, withSql);
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
        return new Step(reply.request(), reply.status(), timeless(reply.json()).toString());
    }

    private static JsonNode timeless(JsonNode product) {
        return product instanceof ObjectNode object ? object.without(List.of("created_at", "updated_at")) : product;
    }

    /** All pages, as one list in the order of the ids: how a store cuts its pages is its own business. */
    private static Step pages(Shop shop, String path) {
        List<JsonNode> products = new ArrayList<>();
        Optional<String> next = Optional.of("");
        int status = 200;
        for (int page = 0; next.isPresent() && status == 200 && page < 20; page++) {
            Reply reply = shop.get(path
                    + next.filter(token -> !token.isEmpty())
                            .map(token -> "&next=" + token)
                            .orElse(""));
            status = reply.status();
            reply.json().path("products").forEach(product -> products.add(timeless(product)));
            next = Optional.ofNullable(reply.json().get("next")).map(JsonNode::asText);
        }
        return new Step(
                "GET " + path + " to the last page",
                status,
                products.stream().map(JsonNode::toString).sorted().collect(Collectors.joining(", ", "[", "]")));
    }

    private static void requireWorks(List<Step> steps) {
        steps.stream().filter(step -> step.status() / 100 != 2).findFirst().ifPresent(step -> {
            throw Red.because(
                    "response-differs",
                    "with DynamoDB everything works as before",
                    "%s was answered %s".formatted(step.request(), step));
        });
        requireNoDynamoDbShape(steps);
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
            if (!dynamoDb.equals(sql)) {
                throw Red.because(
                        "response-differs",
                        "%s is answered alike, whichever database it is".formatted(sql.request()),
                        "With DynamoDB %s, with the SQL database %s".formatted(dynamoDb, sql));
            }
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
            String function = lab.output(output);
            Map<String, String> variables = new HashMap<>(lab.lambda()
                    .getFunctionConfiguration(request -> request.functionName(function))
                    .environment()
                    .variables());
            variables.put("PRODUCT_DATABASE", "sql");
            variables.put("PRODUCT_JDBC_URL", jdbcUrl);
            lab.lambda().updateFunctionConfiguration(request -> request.functionName(function)
                    .environment(environment -> environment.variables(variables)));
        }
    }

    private static String product(int number, String price) {
        return """
                {"sku": "TOY-000%1$d", "name": "Wooden boat no. %1$d", "category": "%2$s", "price": %3$s, "cost": 11.2, "region": "eu"}""".formatted(number, number <= 3 ? "toys" : "rope", price);
    }
}
