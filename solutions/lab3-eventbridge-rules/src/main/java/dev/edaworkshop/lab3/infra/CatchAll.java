package dev.edaworkshop.lab3.infra;

import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/**
 * Keeps what nobody knows: an event whose name is none of the shop's words.
 *
 * <p>Made of a {@link Rule} with an {@link EventPattern}, whose conditions {@link Match} writes, and a {@link SqsQueue} as
 * its target.
 */
final class CatchAll extends Construct {

    private final EventQueue queue;

    CatchAll(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");
        // begin exercise 3.7
        // A bus drops what no rule matches, without a word. This rule matches every name that has no contract, so a
        // typing error turns up in a queue instead of nowhere.
        Rule.Builder.create(this, "UnknownNames")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .detailType(Match.anythingBut(
                                "product_created",
                                "product_price_changed",
                                "product_deleted",
                                "stock_reserved",
                                "payment_taken",
                                "receipt_sent"))
                        .build())
                .build()
                .addTarget(new SqsQueue(queue.queue()));
        // end exercise 3.7
    }

    String queueUrl() {
        return queue.url();
    }
}
