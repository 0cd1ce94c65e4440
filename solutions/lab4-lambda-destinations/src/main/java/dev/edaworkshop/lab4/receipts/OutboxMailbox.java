package dev.edaworkshop.lab4.receipts;

import dev.edaworkshop.lab4.given.Variables;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Puts e-mails into a table from which a mail server takes them. Here no mail server does, so they can be read:
 * {@code ./lab run 4 outbox}.
 */
public final class OutboxMailbox implements Mailbox {

    private final DynamoDbClient dynamoDb;
    private final String table;

    OutboxMailbox(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The table that the variable {@code OUTBOX_TABLE} names. */
    public static OutboxMailbox fromEnvironment() {
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new OutboxMailbox(client, Variables.require("OUTBOX_TABLE"));
    }

    @Override
    public void send(Mail mail) {
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .conditionExpression("attribute_not_exists(mail_id)")
                    .item(Map.of(
                            "mail_id", AttributeValue.fromS(mail.id()),
                            "to", AttributeValue.fromS(mail.to()),
                            "subject", AttributeValue.fromS(mail.subject()),
                            "body", AttributeValue.fromS(mail.body()),
                            "correlation_id", AttributeValue.fromS(mail.correlationId()))));
        } catch (ConditionalCheckFailedException e) {
            System.out.printf("Mail %s has been sent before%n", mail.id());
        }
    }
}
