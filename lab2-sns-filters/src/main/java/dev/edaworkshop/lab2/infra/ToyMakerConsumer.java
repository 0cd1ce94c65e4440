package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The toy maker repairs under guarantee whatever has an article number of his: TOY- and a number. */
final class ToyMakerConsumer extends Construct {

    private final EventQueue queue;

    ToyMakerConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");

        /*
         * TODO 2.2  Prefix.
         *
         * The toy maker cares about article numbers that start with "TOY-". Somebody has listed those of last summer, and
         * whoever creates a toy has to remember to add its number here and to deploy again. Nobody does. Let the
         * subscription accept every number that starts with "TOY-", whatever comes after it.
         *
         * Check:  ./lab check 2.2
         * Read:   guide/lab2-sns-filters.md#22-prefix
         */
        SubscriptionFilter toyNumbers = SubscriptionFilter.stringFilter(StringConditions.builder()
                .allowlist(List.of("TOY-0001", "TOY-0002", "TOY-0003"))
                .build());
        topic.addSubscription(
                queue.subscription().filterPolicy(Map.of("sku", toyNumbers)).build());
    }

    String queueUrl() {
        return queue.url();
    }
}
