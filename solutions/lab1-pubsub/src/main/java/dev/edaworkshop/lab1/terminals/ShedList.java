package dev.edaworkshop.lab1.terminals;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The list in the shed: puts a product on it, or prints what is there. */
public final class ShedList {

    private static final String USAGE = "./lab run 1 shed p-0001=20";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final PrintStream out;

    ShedList(DynamoDbClient dynamoDb, String table, PrintStream out) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.out = out;
    }

    /** @param args what is to be put on the list, as product id and number of pieces: {@code p-0001=20} */
    public static void main(String[] args) {
        String table = Environment.require("STOCK_TABLE", USAGE);
        for (String entry : args) {
            if (!entry.matches("[^=]+=\\d{1,6}")) {
                System.err.printf("“%s” is not a product and a number. For instance: %s%n", entry, USAGE);
                System.exit(2);
            }
        }
        try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            var list = new ShedList(dynamoDb, table, System.out);
            List.of(args).forEach(list::put);
            list.print();
        } catch (SdkClientException e) {
            System.err.printf("No list: %s%nIs the shop running? Look at ./lab start 1.%n", e.getMessage());
            System.exit(1);
        }
    }

    void put(String entry) {
        String[] words = entry.split("=", 2);
        dynamoDb.putItem(request -> request.tableName(table)
                .item(Map.of(
                        "product_id", AttributeValue.fromS(words[0]),
                        "in_stock", AttributeValue.fromN(words[1]))));
    }

    void print() {
        List<String> lines = dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream()
                .map(item -> "%s: %s"
                        .formatted(
                                item.get("product_id").s(), item.get("in_stock").n()))
                .sorted()
                .toList();
        lines.forEach(out::println);
        if (lines.isEmpty()) {
            out.println("The list is empty.");
        }
    }
}
