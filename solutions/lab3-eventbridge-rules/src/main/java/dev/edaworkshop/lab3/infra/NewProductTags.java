package dev.edaworkshop.lab3.infra;

import java.util.List;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** A new product needs a price tag. */
final class NewProductTags extends Construct {

    private final Rule rule;

    NewProductTags(Construct scope, String id, IEventBus bus, ShopFunction priceTags) {
        super(scope, id);
        rule = Rule.Builder.create(this, "ProductCreated")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .detailType(List.of("product_created"))
                        .build())
                .targets(List.of(new LambdaFunction(priceTags.function())))
                .build();
    }

    /** A replay can be told to reach this rule and no other. */
    String ruleArn() {
        return rule.getRuleArn();
    }
}
