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

        // begin exercise 2.6
        // The policy has the shape of the message. Inventory need not know that anybody looks inside; but now the body
        // is the contract, and SNS has to read all of it, which AWS charges for.
        topic.addSubscription(queue.subscription()
                .filterPolicyWithMessageBody(Map.of(
                        "product", FilterOrPolicy.policy(Map.of("category", oneOf("toys", "games"))),
                        "stock", FilterOrPolicy.policy(Map.of("warehouse", oneOf("north")))))
                .build());
        // end exercise 2.6
    }

    String queueUrl() {
        return queue.url();
    }

    private static FilterOrPolicy oneOf(String... values) {
        return FilterOrPolicy.filter(SubscriptionFilter.stringFilter(
                StringConditions.builder().allowlist(List.of(values)).build()));
    }
}
