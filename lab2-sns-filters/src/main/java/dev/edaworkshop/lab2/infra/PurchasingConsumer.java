package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.FilterOrPolicy;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Purchasing orders toys and games again as soon as the warehouse on the north pier has sold out of them. */
final class PurchasingConsumer extends Construct {

    private final EventQueue queue;

    PurchasingConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");

        /*
         * TODO 2.6  Body scope.
         *
         * Purchasing orders again when toys or games are sold out in the warehouse "north". Inventory used to copy both
         * facts from the body into attributes, for Purchasing alone; now it does not any more, and Purchasing hears
         * nothing. You cannot change Inventory. Let the subscription look into the body, where the facts have been all
         * along: the guide shows what a stock_depleted event looks like.
         *
         * Check:  ./lab check 2.6
         * Read:   guide/lab2-sns-filters.md#26-body-scope
         */
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of(
                        "category", new SubscriptionFilter(List.of("toys", "games")),
                        "warehouse", new SubscriptionFilter(List.of("north"))))
                .build());
    }

    String queueUrl() {
        return queue.url();
    }

    private static FilterOrPolicy oneOf(String... values) {
        return FilterOrPolicy.filter(SubscriptionFilter.stringFilter(
                StringConditions.builder().allowlist(List.of(values)).build()));
    }
}
