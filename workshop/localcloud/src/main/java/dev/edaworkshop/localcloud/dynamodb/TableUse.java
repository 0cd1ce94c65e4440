package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing that a request does to one table: what IAM is asked, and what the journal says.
 *
 * @param action without prefix, such as {@code PutItem}; a transaction is several
 * @param resource below the account, such as {@code table/products} or {@code table/products/index/by-price}; {@code *}
 *     for no table in particular
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions and resources</a>
 */
record TableUse(String action, String resource) {
    private static final Set<String> OF_NO_TABLE = Set.of("DescribeLimits", "ListStreams", "ListTables");
    private static final Set<String> WRITES =
            Set.of("BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem");
    private static final Set<String> OF_TABLES = Set.of(
            "CreateTable",
            "DeleteItem",
            "DeleteTable",
            "DescribeTable",
            "DescribeTimeToLive",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "UpdateItem",
            "UpdateTable",
            "UpdateTimeToLive");
    private static final Set<String> OF_SEVERAL_TABLES =
            Set.of("BatchGetItem", "BatchWriteItem", "TransactGetItems", "TransactWriteItems");
    /** With the member that says which resource is meant. */
    private static final Map<String, String> OF_ARNS = Map.of(
            "DescribeStream", "StreamArn",
            "GetRecords", "ShardIterator",
            "GetShardIterator", "StreamArn",
            "ListTagsOfResource", "ResourceArn",
            "TagResource", "ResourceArn",
            "UntagResource", "ResourceArn");
    /** What an item of a transaction is called, and the action it is. */
    private static final Map<String, String> IN_TRANSACTIONS = Map.of(
            "ConditionCheck", "ConditionCheckItem",
            "Delete", "DeleteItem",
            "Get", "GetItem",
            "Put", "PutItem",
            "Update", "UpdateItem");

    /** All actions there are. */
    static Set<String> actions() {
        Map<String, String> all = new TreeMap<>(OF_ARNS);
        OF_NO_TABLE.forEach(action -> all.put(action, ""));
        OF_TABLES.forEach(action -> all.put(action, ""));
        OF_SEVERAL_TABLES.forEach(action -> all.put(action, ""));
        return all.keySet();
    }

    /** Whether the action changes items. */
    static boolean isWrite(String action) {
        return WRITES.contains(action);
    }

    /** @param request as the client sent it; may be malformed, then what cannot be read is left out */
    static List<TableUse> of(String action, JsonNode request) {
        if (OF_NO_TABLE.contains(action)) {
            return List.of(new TableUse(action, "*"));
        }
        if (OF_ARNS.containsKey(action)) {
            String arn = request.path(OF_ARNS.get(action)).asText();
            return List.of(new TableUse(action, arn.replaceFirst("\\|.*", "").replaceFirst("^.*:table/", "table/")));
        }
        if (!OF_SEVERAL_TABLES.contains(action)) {
            return List.of(new TableUse(action, resource(request)));
        }
        List<TableUse> uses = new ArrayList<>();
        request.path("RequestItems")
                .fieldNames()
                .forEachRemaining(table -> uses.add(new TableUse(action, "table/" + Translation.tableName(table))));
        request.path("TransactItems").forEach(item -> item.properties()
                .forEach(operation -> uses.add(new TableUse(
                        IN_TRANSACTIONS.getOrDefault(operation.getKey(), action), resource(operation.getValue())))));
        return uses.stream().distinct().toList();
    }

    /** The name of the table; empty if there is none. */
    String tableName() {
        return resource.startsWith("table/") ? resource.split("/")[1] : "";
    }

    private static String resource(JsonNode request) {
        String table =
                "table/" + Translation.tableName(request.path("TableName").asText());
        return request.has("IndexName")
                ? table + "/index/" + request.path("IndexName").asText()
                : table;
    }
}
