package dev.edaworkshop.lab5.checks.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab5.product.ProductStore;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.storage.DynamoDbProductStore;
import dev.edaworkshop.localcloud.LocalCloud;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbProductStoreTest implements ProductStoreContract {

    private static LocalCloud cloud;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void createTable() {
        cloud = LocalCloud.start(0);
        dynamoDb = client(cloud.endpoint());
        dynamoDb.createTable(request -> request.tableName("products")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("product_id"), text("category"))
                .keySchema(key("product_id", KeyType.HASH))
                .globalSecondaryIndexes(List.of(GlobalSecondaryIndex.builder()
                        .indexName("by-category")
                        .keySchema(key("category", KeyType.HASH), key("product_id", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build())));
    }

    @AfterAll
    static void close() {
        dynamoDb.close();
        cloud.close();
    }

    @Override
    public ProductStore store() {
        return new DynamoDbProductStore(dynamoDb, "products");
    }

    @Test
    void a_table_that_cannot_be_reached_is_unavailable() {
        try (DynamoDbClient nowhere = client(URI.create("http://127.0.0.1:1"))) {
            var store = new DynamoDbProductStore(nowhere, "products");

            assertThatThrownBy(() -> store.find("p-1")).isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
