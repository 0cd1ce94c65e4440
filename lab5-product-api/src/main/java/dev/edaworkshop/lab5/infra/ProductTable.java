package dev.edaworkshop.lab5.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** Where the catalogue keeps its products, and the only place in the shop that knows them all. */
final class ProductTable extends Construct {

    private static final String BY_CATEGORY = "by-category";

    private final Table table;

    ProductTable(Construct scope, String id) {
        super(scope, id);
        table = Table.Builder.create(this, "Table")
                .partitionKey(text("product_id"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                // Whoever reads the stream sees each item as it was before and after the change.
                .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(BY_CATEGORY)
                .partitionKey(text("category"))
                .sortKey(text("product_id"))
                .build());
    }

    /**
     * Lets a function do these things with this table and its index, and nothing else, and tells it the table's name.
     *
     * @param actions DynamoDB's, without prefix: {@code GetItem}
     */
    void allow(ShopFunction function, String... actions) {
        // CDK's grant methods allow every index, with a wildcard; this table has one.
        function.role()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(Stream.of(actions)
                                .map(action -> "dynamodb:" + action)
                                .toList())
                        .resources(List.of(table.getTableArn(), table.getTableArn() + "/index/" + BY_CATEGORY))
                        .build());
        function.setVariable("PRODUCT_TABLE", table.getTableName());
    }

    Table table() {
        return table;
    }

    String name() {
        return table.getTableName();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
