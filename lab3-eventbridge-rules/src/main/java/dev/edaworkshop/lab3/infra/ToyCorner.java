package dev.edaworkshop.lab3.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/** The toy corner wants to hear of new toys and games that are sold in Europe. */
final class ToyCorner extends Construct {

    private final EventQueue queue;

    ToyCorner(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");
        /*
         * TODO 3.3  Detail.
         *
         * The toy corner has a rule, and nothing ever arrives. Look at an event of the catalogue, level by level
         * (./lab events -f shows one when you run the playground), and put the condition where the category is. Only toys
         * and games are wanted, and of these only what is sold in the region "eu".
         *
         * Check:  ./lab check 3.3
         * Read:   guide/lab3-eventbridge-rules.md#33-detail
         */
        Map<String, Object> detail = Map.of("category", List.of("toys", "games"));
        Rule.Builder.create(this, "ToysAndGames")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .detailType(List.of("product_created"))
                        .detail(detail)
                        .build())
                .targets(List.of(new SqsQueue(queue.queue())))
                .build();
    }

    String queueUrl() {
        return queue.url();
    }
}
