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
        // begin exercise 3.5
        // Each target is tried, retried and given up for itself. What EventBridge gives up after a day goes to a queue,
        // with the reason; without one it is gone.
        var undelivered = new DeadLetters(this, "Undelivered");
        rule.addTarget(SqsQueue.Builder.create(wholesalers.queue())
                .retryAttempts(185)
                .maxEventAge(Duration.hours(24))
                .deadLetterQueue(undelivered.queue())
                .build());
        // The signboard knows nothing of the shop's events: it gets three fields, and never learns where they came
        // from.
        rule.addTarget(SqsQueue.Builder.create(signboard.queue())
                .message(RuleTargetInput.fromObject(Map.of(
                        "sku", EventField.fromPath("$.detail.data.sku"),
                        "price", EventField.fromPath("$.detail.data.new_price"),
                        "currency", "EUR")))
                .build());
        // end exercise 3.5
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
