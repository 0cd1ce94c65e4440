package dev.edaworkshop.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableEngineTest {
    private static final String PRODUCTS = """
            {"TableName": "products", "BillingMode": "PAY_PER_REQUEST",
             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
             "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
             "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}""";
    private static final String ROBOT = """
            {"TableName": "products", "Item": {"id": {"S": "robot"}, "price": {"N": "12.5"}}}""";
    private static final String ROBOT_KEY = """
            {"TableName": "products", "Key": {"id": {"S": "robot"}}}""";

    @TempDir
    private Path cache;

    @Test
    void keeps_items_and_gives_them_back() {
        try (TableEngine engine = TableEngine.start(cache)) {
            perform(engine, "CreateTable", PRODUCTS);
            perform(engine, "PutItem", ROBOT);

            assertThat(perform(engine, "GetItem", ROBOT_KEY))
                    .contains("\"id\":{\"S\":\"robot\"}")
                    .contains("\"price\":{\"N\":\"12.5\"}");
        }
    }

    @Test
    void each_engine_has_its_own_tables() {
        try (TableEngine one = TableEngine.start(cache);
                TableEngine other = TableEngine.start(cache)) {
            perform(one, "CreateTable", PRODUCTS);

            assertThat(perform(other, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
        }
    }

    @Test
    void answers_a_refusal_as_DynamoDB_does() {
        try (TableEngine engine = TableEngine.start(cache)) {
            TableEngine.Answer answer = engine.perform("GetItem", ROBOT_KEY.getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(text(answer))
                    .contains("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException")
                    .contains("Cannot do operations on a non-existent table");
        }
    }

    @Test
    void an_expired_item_is_deleted_once() {
        try (TableEngine engine = TableEngine.start(cache)) {
            perform(engine, "CreateTable", PRODUCTS);
            perform(engine, "PutItem", ROBOT);
            byte[] key = "{\"id\": {\"S\": \"robot\"}}".getBytes(StandardCharsets.UTF_8);

            assertThat(engine.expire("products", key)).isTrue();

            assertThat(perform(engine, "GetItem", ROBOT_KEY)).isEqualTo("{}");
            assertThat(engine.expire("products", key)).isFalse();
        }
    }

    private static String perform(TableEngine engine, String action, String request) {
        TableEngine.Answer answer = engine.perform(action, request.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.isError()).as(text(answer)).isFalse();
        return text(answer);
    }

    private static String text(TableEngine.Answer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }
}
