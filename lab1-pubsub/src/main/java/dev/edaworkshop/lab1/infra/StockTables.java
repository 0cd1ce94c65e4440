package dev.edaworkshop.lab1.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** What the shed has, and which events it has dealt with. */
final class StockTables extends Construct {

    private final TableV2 stock;
    private final TableV2 handledEvents;

    StockTables(Construct scope, String id) {
        super(scope, id);
        stock = table("Stock", "product_id");
        handledEvents = table("HandledEvents", "event_id");
    }

    /** The function may change the stock and note what it has dealt with, and cannot read or delete anything. */
    void letReserve(ShopFunction function) {
        function.setVariable("STOCK_TABLE", stock.getTableName());
        function.setVariable("HANDLED_EVENTS_TABLE", handledEvents.getTableName());
        stock.grant(function.role(), "dynamodb:UpdateItem");
        handledEvents.grant(function.role(), "dynamodb:PutItem");
    }

    String stockName() {
        return stock.getTableName();
    }

    String handledEventsName() {
        return handledEvents.getTableName();
    }

    private TableV2 table(String id, String key) {
        return TableV2.Builder.create(this, id)
                .partitionKey(
                        Attribute.builder().name(key).type(AttributeType.STRING).build())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                // A lab is thrown away. A shop would keep its tables.
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
