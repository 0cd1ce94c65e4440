package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The shop window shows toys and games, wherever they are sold, and everything that is sold in the eu. */
final class ShopWindowConsumer extends Construct {

    private final EventQueue queue;

    ShopWindowConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");

        /*
         * TODO 2.5  And, or.
         *
         * The shop window shows what is a toy or a game, wherever it is sold, OR what is sold in the region "eu", provided
         * that it has a category. This policy names both attributes, and the window is nearly empty. Make the policy say
         * what was meant; the guide has the truth table of all 16 cases.
         *
         * Check:  ./lab check 2.5
         * Read:   guide/lab2-sns-filters.md#25-and-or
         */
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of(
                        "category", new SubscriptionFilter(List.of("toys", "games")),
                        "region", new SubscriptionFilter(List.of("eu"))))
                .build());
    }

    String queueUrl() {
        return queue.url();
    }
}
