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

        /*
         * TODO 2.1  Whitelist.
         *
         * Whatever the catalogue creates, rope and oilskins too, is delivered to the toys corner and put on its shelf. It
         * wants toys and games. Let this subscription deliver only messages whose attribute "category" is "toys" or
         * "games". The function stays as it is: what it does not want should not reach it at all.
         *
         * Check:  ./lab check 2.1
         * Read:   guide/lab2-sns-filters.md#21-whitelist
         */
        topic.addSubscription(queue.subscription().build());
    }

    String queueUrl() {
        return queue.url();
    }

    String functionName() {
        return function.name();
    }
}
