package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * What DynamoDB Local says differently from DynamoDB: the region in ARNs, and a few texts.
 *
 * <p>Items are left alone. An attribute that is called like one of our members is an object ({@code {"S": …}}) and no text,
 * so only members of the API are translated.
 */
final class Translation {
    private static final Set<String> ARNS = Set.of(
            "ExclusiveStartStreamArn",
            "IndexArn",
            "LastEvaluatedStreamArn",
            "LatestStreamArn",
            "NextShardIterator",
            "ResourceArn",
            "ShardIterator",
            "StreamArn",
            "TableArn");
    private static final String MISSING_TABLE = "Cannot do operations on a non-existent table";
    private static final String EXISTING_TABLE = "Cannot create preexisting table";

    private final String ours;
    private final String theirs;
    private final String region;

    Translation(String region, String accountId) {
        this.region = region;
        ours = "arn:aws:dynamodb:%s:%s:".formatted(region, accountId);
        theirs = "arn:aws:dynamodb:ddblocal:000000000000:";
    }

    /** Changes a request for DynamoDB Local; tables that are named by their ARNs are then named by their names. */
    void toEngine(ObjectNode request) {
        nameTables(request);
        replaceArns(request, ours, theirs);
    }

    /** Changes a response of DynamoDB Local. */
    void fromEngine(JsonNode response) {
        replaceArns(response, theirs, ours);
    }

    /** Changes an error of DynamoDB Local. */
    void fromEngine(ObjectNode error, String action, String tableName) {
        JsonNode message = error.remove("Message");
        if (message != null) {
            error.put("message", text(message.asText(), action, tableName));
        }
    }

    /** What DynamoDB adds to the records of a stream. */
    void completeRecord(ObjectNode record) {
        record.put("eventSource", "aws:dynamodb").put("awsRegion", region);
    }

    /** The same, and in which shard it is. */
    ObjectNode completeRecord(JsonNode record, String shardId) {
        ObjectNode complete = (ObjectNode) record;
        completeRecord(complete);
        return complete.put("shardId", shardId);
    }

    String tableArn(String tableName) {
        return ours + "table/" + tableName;
    }

    /** The name of a table that may be named by its ARN. */
    static String tableName(String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn.replaceFirst(".*:table/", "").replaceFirst("/.*", "")
                : nameOrArn;
    }

    private String text(String message, String action, String tableName) {
        return switch (message) {
            case MISSING_TABLE ->
                action.endsWith("Table")
                        ? "Requested resource not found: Table: %s not found".formatted(tableName)
                        : "Requested resource not found";
            case EXISTING_TABLE -> "Table already exists: " + tableName;
            default -> message.replace(theirs, ours);
        };
    }

    private static void nameTables(ObjectNode request) {
        if (request.path("TableName").isTextual()) {
            request.put("TableName", tableName(request.path("TableName").asText()));
        }
        if (request.path("RequestItems") instanceof ObjectNode items) {
            ObjectNode named = request.objectNode();
            items.properties().forEach(table -> named.set(tableName(table.getKey()), table.getValue()));
            request.set("RequestItems", named);
        }
        request.path("TransactItems")
                .forEach(item -> item.forEach(operation -> {
                    if (operation instanceof ObjectNode parts) {
                        nameTables(parts);
                    }
                }));
    }

    private static void replaceArns(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (ARNS.contains(member.getKey()) && member.getValue().isTextual()) {
                    member.setValue(TextNode.valueOf(member.getValue().asText().replace(from, to)));
                } else {
                    replaceArns(member.getValue(), from, to);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> replaceArns(item, from, to));
        }
    }
}
