package dev.edaworkshop.lab5.infra;

import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;
import software.constructs.Construct;

/**
 * Lets end-to-end tests see their own events. What a test causes is signed with the test's name, {@code test.…}; all
 * such events are copied to one queue, where each test looks for its own.
 *
 * <p>Not for production: there nobody can sign with a test's name.
 */
final class EventInterception extends Construct {

    private final EventQueue queue;

    EventInterception(Construct scope, String id, HarbourBus harbour) {
        super(scope, id);
        queue = new EventQueue(this, "Intercepted");
        harbour.deliver(
                "Interception",
                EventPattern.builder().source(Match.prefix("test.")).build(),
                queue);
    }

    String url() {
        return queue.url();
    }
}
