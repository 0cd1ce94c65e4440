package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.dynamodb.Tables;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/** Creates tables, and turns them into what a template says, one {@code UpdateTable} for each difference. */
final class TableChanges {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Tables tables;

    TableChanges(Tables tables) {
        this.tables = tables;
    }

    DeployedResource create(TableSpecification wanted) {
        tables.perform("CreateTable", wanted.createTable());
        try {
            setExpiry(wanted);
        } catch (RuntimeException e) {
            tables.perform("DeleteTable", request(wanted.tableName()));
            throw e;
        }
        return deployed(wanted.tableName(), Map.of());
    }

    DeployedResource update(DeployedResource before, TableSpecification wanted) {
        JsonNode table = describe(wanted.tableName());
        changeCapacity(table, wanted);
        changeStream(table, wanted);
        removeIndexes(table, wanted);
        addIndexes(table, wanted);
        boolean isProtected =
                wanted.createTable().path("DeletionProtectionEnabled").asBoolean();
        if (table.path("DeletionProtectionEnabled").asBoolean() != isProtected) {
            update(request(wanted.tableName()).put("DeletionProtectionEnabled", isProtected));
        }
        setExpiry(wanted);
        return deployed(wanted.tableName(), before.attributes());
    }

    void delete(String tableName) {
        try {
            tables.perform("DeleteTable", request(tableName));
        } catch (AwsException e) {
            if (!e.code().endsWith("#ResourceNotFoundException")) {
                throw e;
            }
        }
    }

    private void changeCapacity(JsonNode table, TableSpecification wanted) {
        String mode = wanted.createTable().path("BillingMode").asText();
        JsonNode throughput = wanted.createTable().path("ProvisionedThroughput");
        boolean sameMode =
                mode.equals(table.path("BillingModeSummary").path("BillingMode").asText("PROVISIONED"));
        boolean sameThroughput = throughput.isMissingNode()
                || throughput.properties().stream().allMatch(units -> units.getValue()
                        .asText()
                        .equals(table.path("ProvisionedThroughput")
                                .path(units.getKey())
                                .asText()));
        if (!sameMode || !sameThroughput) {
            ObjectNode change = request(wanted.tableName()).put("BillingMode", mode);
            if (!throughput.isMissingNode()) {
                change.set("ProvisionedThroughput", throughput);
            }
            update(change);
        }
    }

    /** A stream's view type cannot be changed: the table gets another stream. */
    private void changeStream(JsonNode table, TableSpecification wanted) {
        JsonNode present = table.path("StreamSpecification");
        String before = present.path("StreamEnabled").asBoolean()
                ? present.path("StreamViewType").asText()
                : "";
        String after = wanted.streamViewType();
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            ObjectNode off = request(wanted.tableName());
            off.putObject("StreamSpecification").put("StreamEnabled", false);
            update(off);
        }
        if (!after.isEmpty()) {
            ObjectNode on = request(wanted.tableName());
            on.set("StreamSpecification", wanted.createTable().path("StreamSpecification"));
            update(on);
        }
    }

    private void removeIndexes(JsonNode table, TableSpecification wanted) {
        for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
            if (find(wanted.indexes(), index)
                    .filter(same -> isSame(same, index))
                    .isEmpty()) {
                ObjectNode change = request(wanted.tableName());
                change.putArray("GlobalSecondaryIndexUpdates")
                        .addObject()
                        .putObject("Delete")
                        .put("IndexName", index.path("IndexName").asText());
                update(change);
            }
        }
    }

    private void addIndexes(JsonNode table, TableSpecification wanted) {
        for (JsonNode index : wanted.indexes()) {
            if (find(table.path("GlobalSecondaryIndexes"), index)
                    .filter(same -> isSame(same, index))
                    .isEmpty()) {
                ObjectNode change = request(wanted.tableName());
                change.set("AttributeDefinitions", wanted.createTable().path("AttributeDefinitions"));
                change.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", index);
                update(change);
            }
        }
    }

    private static Optional<JsonNode> find(JsonNode indexes, JsonNode wanted) {
        return StreamSupport.stream(indexes.spliterator(), false)
                .filter(index -> index.path("IndexName").equals(wanted.path("IndexName")))
                .findFirst();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("KeySchema").equals(other.path("KeySchema"))
                && one.path("Projection").equals(other.path("Projection"));
    }

    private void setExpiry(TableSpecification wanted) {
        JsonNode present = tables.perform("DescribeTimeToLive", request(wanted.tableName()))
                .path("TimeToLiveDescription");
        Optional<String> before = Optional.of(present.path("AttributeName").asText())
                .filter(attribute -> !attribute.isEmpty()
                        && present.path("TimeToLiveStatus").asText().startsWith("ENABL"));
        if (!before.equals(wanted.expiryAttribute())) {
            before.ifPresent(attribute -> setExpiry(wanted.tableName(), attribute, false));
            wanted.expiryAttribute().ifPresent(attribute -> setExpiry(wanted.tableName(), attribute, true));
        }
    }

    private void setExpiry(String tableName, String attribute, boolean enabled) {
        ObjectNode change = request(tableName);
        change.putObject("TimeToLiveSpecification")
                .put("AttributeName", attribute)
                .put("Enabled", enabled);
        tables.perform("UpdateTimeToLive", change);
    }

    private void update(ObjectNode change) {
        tables.perform("UpdateTable", change);
        awaitActive(change.path("TableName").asText());
    }

    /** DynamoDB Local builds and removes indexes in the background, and refuses changes meanwhile. */
    private void awaitActive(String tableName) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isActive(describe(tableName))) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "Table %s is still being changed after %d seconds.".formatted(tableName, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isActive(JsonNode table) {
        return table.path("TableStatus").asText().equals("ACTIVE")
                && StreamSupport.stream(table.path("GlobalSecondaryIndexes").spliterator(), false)
                        .allMatch(index -> index.path("IndexStatus").asText().equals("ACTIVE"));
    }

    private DeployedResource deployed(String tableName, Map<String, String> before) {
        JsonNode table = describe(tableName);
        Map<String, String> attributes = new HashMap<>(before);
        attributes.put("Arn", table.path("TableArn").asText());
        attributes.remove("StreamArn");
        if (table.path("StreamSpecification").path("StreamEnabled").asBoolean()) {
            attributes.put("StreamArn", table.path("LatestStreamArn").asText());
        }
        return new DeployedResource(tableName, attributes);
    }

    private JsonNode describe(String tableName) {
        return tables.perform("DescribeTable", request(tableName)).path("Table");
    }

    private static ObjectNode request(String tableName) {
        return JsonNodeFactory.instance.objectNode().put("TableName", tableName);
    }
}
