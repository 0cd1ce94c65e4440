package dev.edaworkshop.lab3.infra;

import dev.edaworkshop.lab3.PriceTagsHandler;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/**
 * A new price goes to three places: a new tag, the wholesalers across the water, the signboard on the pier.
 *
 * <p>A target may have a queue for {@link DeadLetters}, a {@link Duration} after which it is given up, and a {@link
 * RuleTargetInput}: a {@link Map} of constants and of an {@link EventField} here and there.
 */
final class NewPrices extends Construct {

    private final ShopFunction priceTags;
    private final EventQueue wholesalers;
    private final EventQueue signboard;

    NewPrices(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        priceTags = new ShopFunction(this, "PriceTags", PriceTagsHandler.class);
        wholesalers = new EventQueue(this, "Wholesalers");
        signboard = new EventQueue(this, "Signboard");
        var rule = Rule.Builder.create(this, "PriceChanged")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .source(List.of("shop.catalogue"))
                        .detailType(List.of("product_price_changed"))
                        .build())
                .build();
        rule.addTarget(new LambdaFunction(priceTags.function()));
        /*
         * TODO 3.5  Targets.
         *
         * A new price goes to three targets. The line to the wholesalers is often down, now and then for more than a day,
         * and then the price is gone: EventBridge tries for 24 hours and gives up. See to it that what it gives up lies in a
         * queue. And the signboard is a simple thing: it wants {"sku": …, "price": …, "currency": "EUR"}, with the new
         * price, and gets the whole event. Let the rule make that of it. The tags must not notice any of this.
         *
         * Check:  ./lab check 3.5
         * Read:   guide/lab3-eventbridge-rules.md#35-targets
         */
        rule.addTarget(new SqsQueue(wholesalers.queue()));
        rule.addTarget(new SqsQueue(signboard.queue()));
    }

    ShopFunction priceTags() {
        return priceTags;
    }

    String wholesalersQueueUrl() {
        return wholesalers.url();
    }

    String signboardQueueUrl() {
        return signboard.url();
    }
}
