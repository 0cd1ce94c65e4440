package dev.edaworkshop.lab2.infra;

import dev.edaworkshop.lab2.ToysCornerHandler;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The toys corner shows what children like: a queue, and a function that reads it. */
final class ToysCornerConsumer extends Construct {

    private final EventQueue queue;
    private final ShopFunction function;

    ToysCornerConsumer(Construct scope, String id, Topic topic) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");
        function = new ShopFunction(this, "Function", ToysCornerHandler.class);
        function.readFrom(queue);

        // begin exercise 2.1
        // The subscription chooses, so that what nobody wants is never delivered: no message in the queue, no request
        // to fetch it, no invocation that throws it away. The values of a list are alternatives.
        SubscriptionFilter toysOrGames = SubscriptionFilter.stringFilter(
                StringConditions.builder().allowlist(List.of("toys", "games")).build());
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of("category", toysOrGames))
                .build());
        // end exercise 2.1
    }

    String queueUrl() {
        return queue.url();
    }

    String functionName() {
        return function.name();
    }
}
