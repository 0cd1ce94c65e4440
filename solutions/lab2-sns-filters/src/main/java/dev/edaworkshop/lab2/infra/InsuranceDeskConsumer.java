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

        // begin exercise 2.4
        // NumericConditions has no range with one end in and one out, so the condition is written as SNS reads it.
        // Two conditions in one list are alternatives. "= 25" compares numbers: 25, 25.00 and 2.5e1 are all the same.
        SubscriptionFilter insured = new SubscriptionFilter(List.of(
                Map.of("numeric", List.of(">=", 100, "<", 500)), //
                Map.of("numeric", List.of("=", 25))));
        topic.addSubscription(
                queue.subscription().filterPolicy(Map.of("price", insured)).build());
        // end exercise 2.4
    }

    String queueUrl() {
        return queue.url();
    }
}
