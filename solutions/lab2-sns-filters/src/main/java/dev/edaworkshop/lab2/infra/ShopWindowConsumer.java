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

        // begin exercise 2.5
        // The keys of a policy are all to be met. "This or that key" is $or, a list of policies of which one has to
        // match: within each of them, keys are AND again and values OR.
        SubscriptionFilter toysOrGamesOrEu = new SubscriptionFilter(List.of(
                Map.of("category", List.of("toys", "games")),
                Map.of("category", SubscriptionFilter.existsFilter().getConditions(), "region", List.of("eu"))));
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of("$or", toysOrGamesOrEu))
                .build());
        // end exercise 2.5
    }

    String queueUrl() {
        return queue.url();
    }
}
