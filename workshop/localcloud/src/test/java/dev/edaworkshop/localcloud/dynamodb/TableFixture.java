package dev.edaworkshop.localcloud.dynamodb;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A local cloud with clients of its tables; closing it closes all. */
final class TableFixture implements AutoCloseable {
    final LocalCloud cloud = LocalCloud.start(0);
    final Account account = cloud.account();
    final DynamoDbClient dynamoDb = client("anybody");
    private final List<AutoCloseable> clients = new ArrayList<>(List.of(dynamoDb));

    /** A client that does not repeat what was throttled. */
    DynamoDbClient client(String accessKey) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
        return configure(builder, accessKey).build();
    }

    DynamoDbStreamsClient streams() {
        var client = configure(DynamoDbStreamsClient.builder().httpClient(UrlConnectionHttpClient.create()), "anybody")
                .build();
        clients.add(client);
        return client;
    }

    /** A client with the role {@code Worker}, which may do just this. */
    DynamoDbClient workerAllowed(String action, String resource) {
        account.context()
                .iam()
                .putRole(new Role(
                        "Worker",
                        "arn:aws:iam::000000000000:role/Worker",
                        Policy.parse("{\"Statement\": []}"),
                        Map.of(),
                        Optional.empty()));
        account.context().iam().putRolePolicy("Worker", "Only", Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource)));
        DynamoDbClient client =
                client(cloud.issueKey(account, new Principal.AssumedRole("000000000000", "Worker", "GetProduct")));
        clients.add(client);
        return client;
    }

    /** A table with the key {@code id} and a stream. */
    TableDescription createTable(String name) {
        return createTable(dynamoDb, name);
    }

    static TableDescription createTable(DynamoDbClient dynamoDb, String name) {
        return dynamoDb.createTable(request -> request.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(List.of(KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType(KeyType.HASH)
                                .build()))
                        .attributeDefinitions(List.of(AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType(ScalarAttributeType.S)
                                .build()))
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription();
    }

    void put(String table, String id, String price) {
        dynamoDb.putItem(request -> request.tableName(table).item(item(id, price)));
    }

    static Map<String, AttributeValue> item(String id, String price) {
        return Map.of("id", AttributeValue.fromS(id), "price", AttributeValue.fromN(price));
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    @Override
    public void close() {
        for (AutoCloseable client : clients) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        cloud.close();
    }

    private <B extends AwsClientBuilder<B, ?>> B configure(B builder, String accessKey) {
        return builder.endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")));
    }
}
