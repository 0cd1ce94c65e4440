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

        // begin exercise 2.3
        // Whatever region opens next is let in without a change here. The blind spot is on purpose: an event without a
        // region has no value that could be anything but "test", so it does not match.
        SubscriptionFilter realRegions = SubscriptionFilter.stringFilter(
                StringConditions.builder().denylist(List.of("test")).build());
        topic.addSubscription(
                queue.subscription().filterPolicy(Map.of("region", realRegions)).build());
        // end exercise 2.3
    }

    String queueUrl() {
        return queue.url();
    }
}
