package dev.edaworkshop.lab5.infra;

import dev.edaworkshop.lab5.payments.PaymentsHandler;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** Everything that Payments owns: its table and its function. */
final class PaymentsService extends Construct {

    private final Table table;
    private final ShopFunction function;

    PaymentsService(Construct scope, String id) {
        super(scope, id);
        table = Table.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("payment_id")
                        .type(AttributeType.STRING)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        function = new ShopFunction(this, "TakePayment", PaymentsHandler.class);
        function.setVariable("PAYMENTS_TABLE", table.getTableName());
        function.role()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("dynamodb:PutItem"))
                        .resources(List.of(table.getTableArn()))
                        .build());
    }

    ShopFunction function() {
        return function;
    }

    String tableName() {
        return table.getTableName();
    }
}
