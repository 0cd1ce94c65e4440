package dev.edaworkshop.lab4.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** The bus on which all parts of the shop talk, and the rules that say who hears what. */
final class HarbourBus extends Construct {

    private final EventBus bus;

    HarbourBus(Construct scope, String id) {
        super(scope, id);
        // A bus has to have a name, and each lab has a harbour of its own.
        bus = EventBus.Builder.create(this, "Bus").eventBusName("lab4-harbour").build();
    }

    /** The function gets what Inventory says, without EventBridge's envelope around it. */
    void deliverStockReservedTo(ShopFunction function) {
        rule(
                "StockReserved" + function.id(),
                EventPattern.builder()
                        .source(List.of("shop.inventory"))
                        .detailType(List.of("stock_reserved"))
                        .build(),
                function,
                "$.detail");
    }

    /**
     * The function gets {@code payment_taken}. Nobody publishes it: it is what Payments returned, and Lambda's report
     * about it is what comes over the bus, with the result inside.
     */
    void deliverPaymentTakenTo(ShopFunction function) {
        Map<String, Object> eventName = Map.of("event_name", List.of("payment_taken"));
        rule(
                "PaymentTaken" + function.id(),
                EventPattern.builder()
                        .source(List.of("lambda"))
                        .detailType(List.of("Lambda Function Invocation Result - Success"))
                        .detail(Map.of("responsePayload", Map.of("metadata", eventName)))
                        .build(),
                function,
                "$.detail.responsePayload");
    }

    void letPublish(ShopFunction function) {
        bus.grantPutEventsTo(function.role());
        function.setVariable("BUS_NAME", bus.getEventBusName());
    }

    EventBus bus() {
        return bus;
    }

    private void rule(String id, EventPattern pattern, ShopFunction function, String inputPath) {
        Rule.Builder.create(this, id)
                .eventBus(bus)
                .eventPattern(pattern)
                .targets(List.of(LambdaFunction.Builder.create(function.function())
                        .event(RuleTargetInput.fromEventPath(inputPath))
                        .build()))
                .build();
    }
}
