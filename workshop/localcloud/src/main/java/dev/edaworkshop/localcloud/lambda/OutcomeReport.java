package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.Outcome.Condition;
import java.util.Map;
import java.util.Optional;

/** Tells destinations and dead-letter queue of a function how an asynchronous invocation ended, as the function's role. */
final class OutcomeReport {
    private static final int MAX_ERROR_MESSAGE = 1024;

    private final Function function;
    private final AccountContext account;

    OutcomeReport(Function function, AccountContext account) {
        this.function = function;
        this.account = account;
    }

    /** Why and after how many attempts it ended. */
    record Ended(Condition condition, int attempts, Optional<Execution> last) {}

    void succeeded(AsyncEvent event, Ended ended) {
        function.asyncQueue().configuration().onSuccess().ifPresent(destination -> {
            Delivery delivery = record(event, ended, destination);
            if (account.deliveries().deliver(delivery) instanceof DeliveryReceipt.Refused refused) {
                lost(
                        event,
                        ended,
                        destination.arn(),
                        "The destination for successes refused the record: " + refused.reason());
            }
        });
    }

    /** @param why in words; the event is gone unless somebody takes it */
    void failed(AsyncEvent event, Ended ended, String why) {
        Optional<Destination> destination =
                function.asyncQueue().configuration().onFailure();
        Optional<String> deadLetterArn = function.configuration().deadLetterArn();
        destination.ifPresent(
                to -> deliver(event, ended, record(event, ended, to).givenUp(why), "destination for failures"));
        deadLetterArn.ifPresent(
                to -> deliver(event, ended, deadLetter(event, ended, to).givenUp(why), "dead-letter queue"));
        if (destination.isEmpty() && deadLetterArn.isEmpty()) {
            String nobody =
                    "Function %s has no dead-letter queue and no destination for failures, so the event is gone: %s";
            lost(event, ended, "", nobody.formatted(function.name(), why));
        }
    }

    private void deliver(AsyncEvent event, Ended ended, Delivery delivery, String what) {
        if (account.deliveries().deliver(delivery) instanceof DeliveryReceipt.Refused refused) {
            lost(event, ended, delivery.targetArn(), "The %s refused it: %s".formatted(what, refused.reason()));
        }
    }

    private Delivery record(AsyncEvent event, Ended ended, Destination destination) {
        Outcome outcome = new Outcome(
                ended.condition(),
                account.clock().instant(),
                event.requestId(),
                function.qualifiedArn(),
                ended.attempts(),
                event.payload(),
                ended.last());
        return new Delivery(
                function.principal(),
                function.arn(),
                destination.arn(),
                outcome.json(destination.maxBytes()),
                destination.attributes(outcome.isSuccess(), function.qualifiedArn()),
                event.eventId());
    }

    private Delivery deadLetter(AsyncEvent event, Ended ended, String target) {
        boolean failed = ended.last().isPresent();
        String message = ended.last()
                .filter(last -> last.result() instanceof InvocationResult.Failed)
                .map(last -> ((InvocationResult.Failed) last.result()).errorMessage())
                .orElse(LambdaErrors.THROTTLED);
        String start = message.substring(0, Math.min(message.length(), MAX_ERROR_MESSAGE));
        return new Delivery(
                function.principal(),
                function.arn(),
                target,
                event.payload(),
                Map.of(
                        "RequestID", new Delivery.Attribute("String", event.requestId()),
                        "ErrorCode", new Delivery.Attribute("Number", failed ? "200" : "429"),
                        "ErrorMessage", new Delivery.Attribute("String", start.isEmpty() ? "unknown" : start)),
                event.eventId());
    }

    private void lost(AsyncEvent event, Ended ended, String target, String why) {
        account.journal()
                .hop(Hop.Kind.LOST)
                .from(function.arn())
                .to(target)
                .event(event.eventId())
                .attempt(ended.attempts())
                .because(why)
                .record();
    }
}
