package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The insurance desk insures goods from 100 euros up to, not including, 500, and gift vouchers, which cost 25. */
final class InsuranceDeskConsumer extends Construct {

    private final EventQueue queue;

    InsuranceDeskConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");

        /*
         * TODO 2.4  Numeric.
         *
         * The insurance desk insures what costs 100 euros or more and less than 500, and gift vouchers, which cost exactly
         * 25. It gets everything. Give the subscription a condition on the attribute "price". Then look at the other
         * TODO 2.4, in EventAttributes: what the catalogue publishes has to be something that can be compared.
         *
         * Check:  ./lab check 2.4
         * Read:   guide/lab2-sns-filters.md#24-numeric
         */
        topic.addSubscription(queue.subscription().build());
    }

    String queueUrl() {
        return queue.url();
    }
}
