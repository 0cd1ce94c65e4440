package dev.edaworkshop.lab4.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class OutboxMailboxTest {

    private final FakeTable table = new FakeTable();
    private final Mailbox mailbox = new OutboxMailbox(table, "outbox");

    @Test
    void posts_a_mail_once_however_often_it_is_sent() {
        mailbox.send(mail("m-1", "Thank you!"));
        mailbox.send(mail("m-1", "Thank you, again!"));
        mailbox.send(mail("m-2", "And you!"));

        assertThat(table.items).containsOnlyKeys("m-1", "m-2");
        assertThat(table.items.get("m-1"))
                .containsEntry("to", AttributeValue.fromS("c-7@letters.harbour.example"))
                .containsEntry("body", AttributeValue.fromS("Thank you!"))
                .containsEntry("correlation_id", AttributeValue.fromS("c-1"));
    }

    private static Mail mail(String id, String body) {
        return new Mail(id, "c-7@letters.harbour.example", "Your receipt", body, "c-1");
    }

    private static final class FakeTable implements DynamoDbClient {

        private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            assertThat(request.conditionExpression()).isEqualTo("attribute_not_exists(mail_id)");
            String id = request.item().get("mail_id").s();
            if (items.putIfAbsent(id, request.item()) != null) {
                throw ConditionalCheckFailedException.builder()
                        .message("It is there")
                        .build();
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
