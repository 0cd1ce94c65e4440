package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Payments keeps the price list by which customers are charged, for real goods in real regions. */
final class PaymentsConsumer extends Construct {

    private final EventQueue queue;

    PaymentsConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");

        /*
         * TODO 2.3  Anything but.
         *
         * Colleagues try out new things in a region called "test", and customers have been charged for articles that do
         * not exist. Keep the region "test" away from Payments. Every other region has to get through, also those that
         * the shop will open next year. What says no region at all must not get through either.
         *
         * Check:  ./lab check 2.3
         * Read:   guide/lab2-sns-filters.md#23-anything-but
         */
        topic.addSubscription(queue.subscription().build());
    }

    String queueUrl() {
        return queue.url();
    }
}
