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
        // begin exercise 3.3
        // The pattern has the shape of the event, level by level. Values in a list are alternatives, fields beside each
        // other must all match: a toy OR a game, AND sold in Europe.
        Map<String, Object> detail =
                Map.of("data", Map.of("category", List.of("toys", "games"), "region", List.of("eu")));
        // end exercise 3.3
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
