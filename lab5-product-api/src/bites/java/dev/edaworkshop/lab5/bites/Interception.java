package dev.edaworkshop.lab5.bites;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A shop that is deployed somewhere, and the queue to which it copies what tests have caused: of all tests, not only yours. */
final class Interception implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqsClient sqs = SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final String table;
    private final String queue;

    private Interception(String table, String queue) {
        this.table = table;
        this.queue = queue;
    }

    /** The shop of {@code ./lab start 5}, of a check, or of an account: whichever the environment names. */
    static Interception fromEnvironment() {
        return new Interception(System.getenv("PRODUCT_TABLE"), System.getenv("INTERCEPTION_QUEUE_URL"));
    }

    static boolean isDeployed() {
        return System.getenv("INTERCEPTION_QUEUE_URL") != null;
    }

    /** Creates a product that is signed with the name of a test. */
    void create(String productId, String testName) {
        dynamoDb.putItem(request -> request.tableName(table)
                .item(Map.of(
                        "product_id", AttributeValue.fromS(productId),
                        "sku", AttributeValue.fromS("TOY-0001"),
                        "name", AttributeValue.fromS("Wooden boat"),
                        "category", AttributeValue.fromS("toys"),
                        "price", AttributeValue.fromN("24.90"),
                        "region", AttributeValue.fromS("eu"),
                        "test_name", AttributeValue.fromS(testName))));
    }

    /**
     * Waits for an event and takes it from the queue; others stay there.
     *
     * @return empty if none has come within ten seconds
     */
    Optional<DomainEvent> await(Predicate<DomainEvent> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (Message message : sqs.receiveMessage(request ->
                            request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages()) {
                DomainEvent event = DomainEvent.parseDelivered(message.body());
                if (wanted.test(event)) {
                    sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
    }
}
