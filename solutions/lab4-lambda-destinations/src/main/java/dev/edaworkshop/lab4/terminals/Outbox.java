package dev.edaworkshop.lab4.terminals;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prints the e-mails that wait in the outbox. */
public final class Outbox {

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final PrintStream out;

    Outbox(DynamoDbClient dynamoDb, String table, PrintStream out) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.out = out;
    }

    public static void main(String[] args) {
        String table = Environment.require("OUTBOX_TABLE", "./lab run 4 outbox");
        try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            new Outbox(dynamoDb, table, System.out).print();
        } catch (SdkClientException e) {
            System.err.printf("Not read: %s%nIs the shop running? Look at ./lab start 4.%n", e.getMessage());
            System.exit(1);
        }
    }

    void print() {
        List<Map<String, AttributeValue>> mails =
                dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream()
                        .toList();
        mails.forEach(mail -> out.printf(
                "To: %s%nSubject: %s%n%s%n(correlation id %s)%n%n",
                mail.get("to").s(),
                mail.get("subject").s(),
                mail.get("body").s(),
                mail.get("correlation_id").s()));
        out.printf("e-mails in the outbox: %d%n", mails.size());
    }
}
