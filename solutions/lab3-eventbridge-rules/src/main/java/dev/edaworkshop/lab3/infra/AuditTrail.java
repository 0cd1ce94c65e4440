package dev.edaworkshop.lab3.infra;

import java.util.List;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/**
 * Keeps everything that the catalogue says, for the auditors.
 *
 * <p>Made of a {@link Rule} with an {@link EventPattern}, and a {@link SqsQueue} as its target.
 */
final class AuditTrail extends Construct {

    /** How everything is signed that the catalogue says. */
    private static final List<String> THE_CATALOGUE = List.of("shop.catalogue");

    private final EventQueue queue;

    AuditTrail(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        queue = new EventQueue(this, "Queue");
        // begin exercise 3.1
        // A rule belongs to one bus; without eventBus it would listen on the default one. The pattern looks at who
        // speaks, and at nothing else: whatever the catalogue will say one day is in the trail.
        Rule.Builder.create(this, "CatalogueSpeaks")
                .eventBus(bus)
                .eventPattern(EventPattern.builder().source(THE_CATALOGUE).build())
                .build()
                .addTarget(new SqsQueue(queue.queue()));
        // end exercise 3.1
    }

    String queueUrl() {
        return queue.url();
    }
}
