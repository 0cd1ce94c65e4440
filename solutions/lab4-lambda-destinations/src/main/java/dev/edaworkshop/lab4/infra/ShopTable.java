package dev.edaworkshop.lab4.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/** A table that belongs to one part of the shop. */
final class ShopTable extends Construct {

    private final Table table;

    /** @param key the name of the attribute that tells its items apart */
    ShopTable(Construct scope, String id, String key) {
        super(scope, id);
        table = Table.Builder.create(this, "Table")
                .partitionKey(
                        Attribute.builder().name(key).type(AttributeType.STRING).build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                // It is a workshop: nothing is to be left behind.
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    /** The function may do what it needs, and finds the table's name in the variable. */
    void letUse(ShopFunction function, String variable, String... actions) {
        table.grant(function.role(), actions);
        function.setVariable(variable, table.getTableName());
    }

    String name() {
        return table.getTableName();
    }
}
