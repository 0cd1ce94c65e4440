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
        /*
         * TODO 3.1  One bus: a rule for those who listen.
         *
         * The auditors want to keep whatever the catalogue says, and nothing that others say. Everything that the
         * catalogue says carries the source "shop.catalogue". Make a rule on the shop's bus that looks at the source and
         * has this queue as its target.
         */
    }

    String queueUrl() {
        return queue.url();
    }
}
