package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import java.util.List;
import java.util.Optional;

/**
 * What a table is to be like.
 *
 * @param createTable the request of DynamoDB's {@code CreateTable}
 * @param expiryAttribute that holds the end of an item's time to live
 */
record TableSpecification(ObjectNode createTable, Optional<String> expiryAttribute) {
    private static final List<String> AS_THEY_ARE =
            List.of("AttributeDefinitions", "KeySchema", "LocalSecondaryIndexes");
    private static final List<String> OF_AN_INDEX =
            List.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput");

    /** What all kinds of tables have in common. */
    static TableSpecification of(String tableName, Properties properties) {
        ObjectNode table = JsonNodeFactory.instance.objectNode().put("TableName", tableName);
        for (String property : AS_THEY_ARE) {
            if (properties.has(property)) {
                table.set(property, properties.json(property));
            }
        }
        List<Properties> indexes = properties.objects("GlobalSecondaryIndexes");
        if (!indexes.isEmpty()) {
            ArrayNode array = table.putArray("GlobalSecondaryIndexes");
            indexes.forEach(index -> array.add(index.toJson().retain(OF_AN_INDEX)));
        }
        properties.text("StreamSpecification.StreamViewType").ifPresent(type -> table.putObject("StreamSpecification")
                .put("StreamEnabled", true)
                .put("StreamViewType", type));
        boolean expires = properties.bool("TimeToLiveSpecification.Enabled").orElse(false);
        return new TableSpecification(
                table, expires ? properties.text("TimeToLiveSpecification.AttributeName") : Optional.empty());
    }

    String tableName() {
        return createTable.path("TableName").asText();
    }

    /** Empty if there is to be no stream. */
    String streamViewType() {
        return createTable.path("StreamSpecification").path("StreamViewType").asText();
    }

    JsonNode indexes() {
        return createTable.path("GlobalSecondaryIndexes");
    }
}
