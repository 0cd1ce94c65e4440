package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function is to do without anybody waiting for the result.
 *
 * <p>A failed attempt is repeated on the account's clock: after one minute, then after two more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">Asynchronous invocation</a>
 */
public final class AsyncQueue {
    private static final int MAX_ERROR_MESSAGE = 1024;

    private final Function function;
    private final AccountContext account;
    private volatile AsyncConfiguration configuration = AsyncConfiguration.DEFAULT;

    AsyncQueue(Function function, AccountContext account) {
        this.function = function;
        this.account = account;
    }

    public AsyncConfiguration configuration() {
        return configuration;
    }

    /** Counts from the next attempt on. */
    public void configure(AsyncConfiguration changed) {
        configuration = changed;
    }

    /**
     * Takes an event; returns at once.
     *
     * @param from ARN of who hands it over
     * @param eventId the id that the event keeps on all its hops
     */
    void accept(String requestId, String payload, String from, String eventId) {
        Event event =
                new Event(requestId, payload, from, eventId, account.clock().instant());
        // Announced before the caller goes on, so that the cloud never looks idle in between.
        Busy busy = busy();
        Thread.ofVirtual().name("asynchronous " + function.name()).start(() -> {
            try (busy) {
                attempt(event, 1);
            }
        });
    }

    private Busy busy() {
        return account.clock().busy("asynchronous invocation of " + function.name());
    }

    private void attempt(Event event, int attempt) {
        CarriedEvent carried = new CarriedEvent(event.eventId, event.eventId, event.from, attempt, event.payload);
        InvocationResult result = function.invoke(
                new Invocation(event.requestId, event.payload, List.of(carried)), Judgement.ALL_OR_NOTHING);
        if (result instanceof InvocationResult.Failed failed) {
            retryOrGiveUp(event, attempt, failed);
        }
    }

    private void retryOrGiveUp(Event event, int attempt, InvocationResult.Failed failed) {
        AsyncConfiguration limits = configuration;
        Duration delay = Duration.ofMinutes(attempt);
        if (attempt > limits.maximumRetryAttempts()) {
            giveUp(event, attempt, failed, "it failed %d times, which is all that is tried".formatted(attempt));
        } else if (account.clock().instant().plus(delay).isAfter(event.accepted.plus(limits.maximumEventAge()))) {
            giveUp(
                    event,
                    attempt,
                    failed,
                    "the next attempt would exceed its maximum age of " + limits.maximumEventAge());
        } else {
            hop(Hop.Kind.RETRY_SCHEDULED, event, attempt)
                    .to(function.arn())
                    .because("retry %d of %d in %d minute(s): %s"
                            .formatted(attempt, limits.maximumRetryAttempts(), delay.toMinutes(), failed.reason()))
                    .record();
            account.clock().schedule(delay, "retry of function " + function.name(), () -> attempt(event, attempt + 1));
        }
    }

    private void giveUp(Event event, int attempt, InvocationResult.Failed failed, String why) {
        Optional<String> deadLetterArn = function.configuration().deadLetterArn();
        if (deadLetterArn.isEmpty()) {
            hop(Hop.Kind.LOST, event, attempt)
                    .because(
                            "Function %s has no dead-letter queue and no destination for failures, so the event is gone: %s. %s"
                                    .formatted(function.name(), why, failed.reason()))
                    .record();
            return;
        }
        String target = deadLetterArn.get();
        Delivery deadLetter = deadLetter(event, failed, target).givenUp("%s. %s".formatted(why, failed.reason()));
        DeliveryReceipt receipt = account.deliveries().deliver(deadLetter);
        switch (receipt) {
            case DeliveryReceipt.Accepted accepted -> {} // recorded by the target
            case DeliveryReceipt.Refused refused ->
                hop(Hop.Kind.LOST, event, attempt)
                        .to(target)
                        .because("The dead-letter queue refused it: " + refused.reason())
                        .record();
        }
    }

    private Delivery deadLetter(Event event, InvocationResult.Failed failed, String target) {
        String message = failed.errorMessage();
        String start = message.substring(0, Math.min(message.length(), MAX_ERROR_MESSAGE));
        return new Delivery(
                function.principal(),
                function.arn(),
                target,
                event.payload,
                Map.of(
                        "RequestID", new Delivery.Attribute("String", event.requestId),
                        "ErrorCode", new Delivery.Attribute("Number", "200"),
                        "ErrorMessage", new Delivery.Attribute("String", start.isEmpty() ? "unknown" : start)),
                event.eventId);
    }

    private Journal.Entry hop(Hop.Kind kind, Event event, int attempt) {
        return account.journal()
                .hop(kind)
                .from(function.arn())
                .event(event.eventId)
                .attempt(attempt);
    }

    private record Event(String requestId, String payload, String from, String eventId, Instant accepted) {}
}
