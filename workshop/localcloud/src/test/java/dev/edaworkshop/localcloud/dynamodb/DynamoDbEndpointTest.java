package dev.edaworkshop.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEndpointTest {
    private static final String PRODUCTS = "arn:aws:dynamodb:us-east-1:000000000000:table/products";

    private final TableFixture fixture = new TableFixture();
    private final Account account = fixture.account;
    private final DynamoDbClient dynamoDb = fixture.dynamoDb;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothing_is_started_before_a_table_is_asked_for() {
        assertThat(account.tables().isStarted()).isFalse();

        assertThat(dynamoDb.listTables().tableNames()).isEmpty();

        assertThat(account.tables().isStarted()).isTrue();
    }

    @Test
    void keeps_items() {
        fixture.createTable("products");

        fixture.put("products", "robot", "12.50");

        assertThat(dynamoDb.getItem(request -> request.tableName("products").key(TableFixture.key("robot")))
                        .item())
                .isEqualTo(TableFixture.item("robot", "12.5"));
    }

    @Test
    void arns_are_those_of_the_account() {
        TableDescription table = fixture.createTable("products");

        assertThat(table.tableArn()).isEqualTo(PRODUCTS);
        assertThat(table.latestStreamArn()).startsWith(PRODUCTS + "/stream/20");
        assertThat(dynamoDb.describeTable(request -> request.tableName(PRODUCTS))
                        .table()
                        .tableName())
                .as("a table may be named by its ARN")
                .isEqualTo("products");
    }

    @Test
    void an_attribute_that_contains_an_arn_or_is_called_like_one_stays_as_it_is() {
        fixture.createTable("products");
        Map<String, AttributeValue> item = Map.of(
                "id", AttributeValue.fromS("robot"),
                "TableArn", AttributeValue.fromS("arn:aws:dynamodb:ddblocal:000000000000:table/x"));

        dynamoDb.putItem(request -> request.tableName("products").item(item));

        assertThat(dynamoDb.getItem(request -> request.tableName("products").key(TableFixture.key("robot")))
                        .item())
                .isEqualTo(item);
    }

    @Test
    void accounts_do_not_see_each_others_tables() {
        Account other = fixture.cloud.newAccount();
        try (DynamoDbClient theirs = fixture.client(fixture.cloud.issueKey(other, other.administrator()))) {
            fixture.createTable("products");
            TableFixture.createTable(theirs, "orders");

            assertThat(dynamoDb.listTables().tableNames()).containsExactly("products");
            assertThat(theirs.listTables().tableNames()).containsExactly("orders");
        }
    }

    @Test
    void refuses_in_the_words_of_dynamodb() {
        fixture.createTable("products");
        fixture.put("products", "robot", "12");

        assertThatThrownBy(() ->
                        dynamoDb.getItem(request -> request.tableName("nowhere").key(TableFixture.key("robot"))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith("Requested resource not found (Service: DynamoDb, Status Code: 400");
        assertThatThrownBy(() -> dynamoDb.describeTable(request -> request.tableName("nowhere")))
                .hasMessageStartingWith("Requested resource not found: Table: nowhere not found");
        assertThatThrownBy(() -> fixture.createTable("products"))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageStartingWith("Table already exists: products");
        assertThatThrownBy(() -> dynamoDb.putItem(request -> request.tableName("products")
                        .item(TableFixture.item("robot", "13"))
                        .conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith("The conditional request failed");
    }

    @Test
    void a_cancelled_transaction_says_which_condition_failed() {
        fixture.createTable("products");

        assertThatThrownBy(() -> dynamoDb.transactWriteItems(request -> request.transactItems(
                        TransactWriteItem.builder()
                                .put(put -> put.tableName("products").item(TableFixture.item("robot", "1")))
                                .build(),
                        TransactWriteItem.builder()
                                .conditionCheck(check -> check.tableName("products")
                                        .key(TableFixture.key("train"))
                                        .conditionExpression("attribute_exists(id)"))
                                .build())))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class, cancelled -> assertThat(cancelled.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
    }

    @Test
    void an_action_that_the_role_may_not_perform_is_denied() {
        fixture.createTable("products");
        DynamoDbClient worker = fixture.workerAllowed("dynamodb:GetItem", PRODUCTS);

        assertThat(worker.getItem(request -> request.tableName("products").key(TableFixture.key("robot")))
                        .hasItem())
                .isFalse();
        assertThatThrownBy(() ->
                        worker.putItem(request -> request.tableName("products").item(TableFixture.item("robot", "1"))))
                .isInstanceOfSatisfying(DynamoDbException.class, denied -> {
                    assertThat(denied.statusCode()).isEqualTo(400);
                    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    assertThat(denied.awsErrorDetails().errorMessage())
                            .isEqualTo(
                                    "User: arn:aws:sts::000000000000:assumed-role/Worker/GetProduct is not authorized to perform: dynamodb:PutItem on resource: "
                                            + PRODUCTS
                                            + " because no identity-based policy allows the dynamodb:PutItem action");
                });
        assertThat(hops(Hop.Kind.DENIED)).hasSize(1);
    }

    @ParameterizedTest(name = "a transaction of a put and a condition check is allowed by {0} on {1}: {2}")
    @CsvSource({
        "dynamodb:PutItem, *, false",
        "dynamodb:ConditionCheckItem, *, false",
        "dynamodb:TransactWriteItems, *, false",
        "dynamodb:*Item, arn:aws:dynamodb:us-east-1:000000000000:table/products, false",
        "dynamodb:*Item, arn:aws:dynamodb:us-east-1:000000000000:table/*, true",
    })
    void each_part_of_a_transaction_needs_its_own_permission(String action, String resource, boolean allowed) {
        fixture.createTable("products");
        fixture.createTable("stock");
        DynamoDbClient worker = fixture.workerAllowed(action, resource);

        Runnable transaction = () -> worker.transactWriteItems(request -> request.transactItems(
                TransactWriteItem.builder()
                        .put(put -> put.tableName("products").item(TableFixture.item("robot", "1")))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName("stock")
                                .key(TableFixture.key("robot"))
                                .conditionExpression("attribute_not_exists(id)"))
                        .build()));

        if (allowed) {
            transaction.run();
        } else {
            assertThatThrownBy(transaction::run).hasMessageContaining("is not authorized to perform");
        }
    }

    @Test
    void an_index_is_a_resource_of_its_own() {
        fixture.createTable("products");
        DynamoDbClient worker = fixture.workerAllowed("dynamodb:*", PRODUCTS);

        assertThatThrownBy(() ->
                        worker.scan(request -> request.tableName("products").indexName("by-price")))
                .hasMessageContaining("dynamodb:Scan on resource: " + PRODUCTS + "/index/by-price");
    }

    @Test
    void the_journal_tells_who_used_which_table() {
        fixture.createTable("products");
        fixture.put("products", "robot", "12");

        assertThat(hops(Hop.Kind.API_CALL))
                .extracting(Hop::from, Hop::to, Hop::reason)
                .containsExactly(
                        tuple("arn:aws:iam::000000000000:root", PRODUCTS, "CreateTable"),
                        tuple("arn:aws:iam::000000000000:root", PRODUCTS, "PutItem"));
        assertThat(hops(Hop.Kind.API_CALL).getLast().payload()).contains("\"robot\"");
    }

    @Test
    void a_table_can_be_throttled_for_a_while() {
        fixture.createTable("products");
        Fault fault = account.tables().throttle("products", Set.of("GetItem"));

        fixture.put("products", "robot", "12");
        assertThatThrownBy(() -> get("robot")).isInstanceOf(ProvisionedThroughputExceededException.class);
        fault.close();

        assertThat(get("robot")).isNotEmpty();
    }

    @Test
    void a_table_can_be_throttled_for_some_calls() {
        fixture.createTable("products");
        account.tables().throttle("products", Set.of(), 1);

        assertThatThrownBy(() -> get("robot")).isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(get("robot")).isEmpty();
    }

    @Test
    void an_action_that_is_not_there_is_refused_by_name() {
        assertThatThrownBy(() -> dynamoDb.describeContinuousBackups(request -> request.tableName("products")))
                .hasMessageContaining(
                        "The local cloud does not support action 'DescribeContinuousBackups' of dynamodb. It supports: BatchGetItem, ");
    }

    @Test
    void updates_answer_with_the_new_values() {
        fixture.createTable("products");

        var updated = dynamoDb.updateItem(request -> request.tableName("products")
                .key(TableFixture.key("robot"))
                .updateExpression("ADD stock :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("5")))
                .returnValues(ReturnValue.ALL_NEW));

        assertThat(updated.attributes()).containsEntry("stock", AttributeValue.fromN("5"));
    }

    private Map<String, AttributeValue> get(String id) {
        return dynamoDb.getItem(request -> request.tableName("products").key(TableFixture.key(id)))
                .item();
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }
}
