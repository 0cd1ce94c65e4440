package dev.edaworkshop.localcloud.cloudformation.deployers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.DeployReceipt;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableDeployerTest {
    private static final String KEY = """
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]""";
    private static final String STREAM = """
            , "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}""";

    private final LocalCloud cloud = LocalCloud.start(0);
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void creates_a_table_and_removes_it() {
        deploy("AWS::DynamoDB::Table", KEY + ", \"BillingMode\": \"PAY_PER_REQUEST\"" + STREAM);

        assertThat(output("Name")).isEqualTo("products");
        assertThat(output("Arn")).isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/products");
        assertThat(output("Stream")).isEqualTo(table().path("LatestStreamArn").asText());
        assertThat(account.tables().find(output("Stream"))).isPresent();

        account.stacks().delete("Shop");

        assertThat(account.tables().perform("ListTables", object()).path("TableNames"))
                .isEmpty();
    }

    @Test
    void a_global_table_has_one_replica() {
        deploy("AWS::DynamoDB::GlobalTable", KEY + STREAM + """
                , "BillingMode": "PAY_PER_REQUEST",
                "Replicas": [{"Region": "us-east-1", "DeletionProtectionEnabled": false,
                              "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}]""");

        assertThat(output("Arn")).isEqualTo(table().path("TableArn").asText());
        assertThatThrownBy(() -> deploy("AWS::DynamoDB::GlobalTable", KEY + STREAM + """
                , "BillingMode": "PAY_PER_REQUEST",
                "Replicas": [{"Region": "us-east-1"}, {"Region": "eu-west-1"}]"""))
                .hasMessageContaining("The local cloud is one region, us-east-1")
                .hasMessageContaining("[us-east-1, eu-west-1]");
    }

    @Test
    void changes_what_can_be_changed_and_keeps_the_items() {
        deployTable("");
        put("robot");

        DeployReceipt receipt = deployTable("""
                , "TimeToLiveSpecification": {"AttributeName": "until", "Enabled": true},
                "DeletionProtectionEnabled": true,
                "GlobalSecondaryIndexes": [{"IndexName": "same", "Projection": {"ProjectionType": "ALL"},
                    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}]""" + STREAM);

        assertThat(receipt.updated()).containsExactly("Products");
        assertThat(table().path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(table().path("GlobalSecondaryIndexes")
                        .path(0)
                        .path("IndexName")
                        .asText())
                .isEqualTo("same");
        assertThat(output("Stream")).isEqualTo(table().path("LatestStreamArn").asText());
        assertThat(expiryAttribute()).isEqualTo("until");
        assertThat(count()).isEqualTo(1);

        deployTable(STREAM);

        assertThat(table().path("GlobalSecondaryIndexes")).isEmpty();
        assertThat(table().path("DeletionProtectionEnabled").asBoolean()).isFalse();
        assertThat(expiryAttribute()).isEmpty();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void another_key_makes_another_table() {
        deployUnnamed("id");
        String before = output("Name");

        DeployReceipt receipt = deployUnnamed("sku");

        assertThat(receipt.replaced()).containsExactly("Products");
        assertThat(output("Name")).isNotEqualTo(before);
        assertThat(account.tables().perform("ListTables", object()).path("TableNames"))
                .hasSize(1);
    }

    @Test
    void a_property_that_has_no_effect_is_named_and_an_unknown_one_refused() {
        DeployReceipt receipt = deployTable("""
                , "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}""");

        assertThat(receipt.recorded())
                .singleElement()
                .hasToString(
                        "Products (AWS::DynamoDB::Table) PointInTimeRecoverySpecification: recorded, not emulated; there are no backups here");
        assertThatThrownBy(() -> deployTable("""
                , "ResourcePolicy": {"PolicyDocument": {}}"""))
                .hasMessageContaining("property ResourcePolicy is not supported by the local cloud");
    }

    private DeployReceipt deployTable(String more) {
        return deploy("AWS::DynamoDB::Table", KEY + ", \"BillingMode\": \"PAY_PER_REQUEST\"" + more);
    }

    private DeployReceipt deploy(String type, String properties) {
        String stream = properties.contains("StreamSpecification")
                ? ", \"Stream\": {\"Value\": {\"Fn::GetAtt\": [\"Products\", \"StreamArn\"]}}"
                : "";
        return account.stacks().deploy(StackRequest.of("Shop", """
                {"Resources": {"Products": {"Type": "%s", "Properties": {"TableName": "products", %s}}},
                 "Outputs": {"Name": {"Value": {"Ref": "Products"}},
                             "Arn": {"Value": {"Fn::GetAtt": ["Products", "Arn"]}}%s}}""".formatted(type, properties, stream)));
    }

    private DeployReceipt deployUnnamed(String key) {
        return account.stacks().deploy(StackRequest.of("Shop", """
                {"Resources": {"Products": {"Type": "AWS::DynamoDB::Table", "Properties": {
                    "BillingMode": "PAY_PER_REQUEST", %s}}},
                 "Outputs": {"Name": {"Value": {"Ref": "Products"}}}}""".formatted(KEY.replace("\"id\"", '"' + key + '"'))));
    }

    private String output(String name) {
        return account.stacks().stack("Shop").orElseThrow().output(name).orElseThrow();
    }

    private JsonNode table() {
        return account.tables()
                .perform("DescribeTable", object().put("TableName", "products"))
                .path("Table");
    }

    private String expiryAttribute() {
        return account.tables()
                .perform("DescribeTimeToLive", object().put("TableName", "products"))
                .path("TimeToLiveDescription")
                .path("AttributeName")
                .asText();
    }

    private void put(String id) {
        ObjectNode request = object().put("TableName", "products");
        request.putObject("Item").putObject("id").put("S", id);
        account.tables().perform("PutItem", request);
    }

    private int count() {
        return account.tables()
                .perform("Scan", object().put("TableName", "products"))
                .path("Count")
                .asInt();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
