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

        // begin exercise 2.2
        // A prefix stands for every number to come; a list would have to be deployed again with each new toy. It is a
        // text and no pattern: the hyphen counts, a star would be a star.
        SubscriptionFilter toyNumbers = SubscriptionFilter.stringFilter(
                StringConditions.builder().matchPrefixes(List.of("TOY-")).build());
        topic.addSubscription(
                queue.subscription().filterPolicy(Map.of("sku", toyNumbers)).build());
        // end exercise 2.2
    }

    String queueUrl() {
        return queue.url();
    }
}
