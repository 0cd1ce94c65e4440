package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes events from rules to targets: tries again while that may help, then gives up to the target's dead-letter queue.
 *
 * <p>The first attempt is made by the thread that puts the event, as handing over is quick; an API destination may take
 * its time, so it is called from a thread of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html">Delivery</a>
 */
final class TargetDeliveries {
    static final String SERVICE = "events.amazonaws.com";

    private final AccountContext account;
    private final ApiDestinations apiDestinations;
    private final ApiDestinationCaller caller;

    TargetDeliveries(AccountContext account, ApiDestinations apiDestinations) {
        this.account = account;
        this.apiDestinations = apiDestinations;
        caller = new ApiDestinationCaller(apiDestinations, account);
    }

    void deliver(BusEvent event, Rule rule, RuleTarget target) {
        if (event.forwarded() && target.kind() == TargetKind.BUS) {
            account.journal()
                    .hop(Hop.Kind.LOST)
                    .from(rule.arn())
                    .to(target.arn())
                    .event(event.id())
                    .because("A bus does not pass on to a third bus: this event has come from another bus already.")
                    .record();
            return;
        }
        TargetDelivery delivery = new TargetDelivery(event, rule, target);
        if (target.kind() == TargetKind.API_DESTINATION) {
            account.clock()
                    .schedule(
                            apiDestinations.reserve(target.arn()),
                            "call of " + target.arn(),
                            () -> attempt(delivery, 1));
        } else {
            attempt(delivery, 1);
        }
    }

    private void attempt(TargetDelivery delivery, int number) {
        Optional<String> body = delivery.body();
        if (body.isEmpty()) {
            // Recorded from AWS: the event does not arrive. Whether it reaches the dead-letter queue is open; here it
            // does.
            giveUp(
                    delivery,
                    delivery.event().json(),
                    new GivenUp(
                            "INVALID_JSON",
                            "The input template of target %s yields no JSON: %s"
                                    .formatted(
                                            delivery.target().id(),
                                            delivery.target()
                                                    .description()
                                                    .inputTransformer()
                                                    .inputTemplate()),
                            Optional.empty(),
                            0));
            return;
        }
        switch (send(delivery, body.get())) {
            case DeliveryReceipt.Accepted accepted -> {} // recorded by the target
            case DeliveryReceipt.Refused refused -> refused(delivery, body.get(), refused, number);
        }
    }

    private DeliveryReceipt send(TargetDelivery delivery, String body) {
        Principal sender;
        try {
            sender = sender(delivery);
        } catch (RoleRefusedException e) {
            return new DeliveryReceipt.Refused("FAILED_TO_ASSUME_ROLE", String.valueOf(e.getMessage()), false);
        }
        return hand(
                delivery,
                new Delivery(
                        sender,
                        delivery.rule().arn(),
                        delivery.target().arn(),
                        body,
                        Map.of(),
                        delivery.event().id()));
    }

    private DeliveryReceipt hand(TargetDelivery delivery, Delivery ordinary) {
        RuleTarget target = delivery.target();
        return switch (target.kind()) {
            case API_DESTINATION ->
                caller.call(ordinary, Optional.ofNullable(target.description().httpParameters()));
            case QUEUE ->
                account.deliveries()
                        .deliver(target.messageGroupId().map(ordinary::inGroup).orElse(ordinary));
            case FUNCTION, TOPIC, BUS, LOG_GROUP -> account.deliveries().deliver(ordinary);
        };
    }

    private void refused(TargetDelivery delivery, String body, DeliveryReceipt.Refused refused, int attempt) {
        hop(Hop.Kind.REFUSED, delivery)
                .attempt(attempt)
                .because("%s: %s".formatted(refused.code(), refused.reason()))
                .record();
        String code = DeliveryError.code(refused);
        int retries = attempt - 1;
        if (!refused.retryable()) {
            giveUp(delivery, body, new GivenUp(code, refused.reason(), Optional.empty(), retries));
            return;
        }
        if (retries >= delivery.target().maxRetries()) {
            giveUp(delivery, body, new GivenUp(code, refused.reason(), Optional.of("MaximumRetryAttempts"), retries));
            return;
        }
        Duration wait = Backoff.after(attempt);
        Duration left = Duration.between(
                account.clock().instant(),
                delivery.event().ingested().plus(delivery.target().maxAge()));
        if (wait.compareTo(left) > 0) {
            GivenUp tooOld = new GivenUp(code, refused.reason(), Optional.of("MaximumEventAgeInSeconds"), retries);
            account.clock()
                    .schedule(
                            left,
                            "end of retries for " + delivery.target().arn(),
                            () -> giveUp(delivery, body, tooOld));
            return;
        }
        hop(Hop.Kind.RETRY_SCHEDULED, delivery)
                .attempt(attempt + 1)
                .because("Attempt %d follows in %d s.".formatted(attempt + 1, wait.toSeconds()))
                .record();
        account.clock().schedule(wait, "retry for " + delivery.target().arn(), () -> attempt(delivery, attempt + 1));
    }

    private void giveUp(TargetDelivery delivery, String body, GivenUp givenUp) {
        Optional<String> queue = delivery.target().deadLetterQueueArn();
        if (queue.isEmpty()) {
            hop(Hop.Kind.LOST, delivery)
                    .because("Target %s has no dead-letter queue, so the event is gone: %s"
                            .formatted(delivery.target().id(), givenUp.message()))
                    .record();
            return;
        }
        Delivery deadLetter = new Delivery(
                        SERVICE,
                        delivery.rule().arn(),
                        queue.get(),
                        body,
                        givenUp.attributes(delivery),
                        delivery.event().id())
                .givenUp(givenUp.message());
        if (account.deliveries().deliver(deadLetter) instanceof DeliveryReceipt.Refused also) {
            hop(Hop.Kind.LOST, delivery)
                    .because("The dead-letter queue %s refused it as well: %s".formatted(queue.get(), also.reason()))
                    .record();
        }
    }

    /** Buses and API destinations are reached with a role, the others let EventBridge in by their own policies. */
    private Principal sender(TargetDelivery delivery) throws RoleRefusedException {
        boolean byRole =
                delivery.target().kind() == TargetKind.BUS || delivery.target().kind() == TargetKind.API_DESTINATION;
        Optional<String> roleArn =
                delivery.target().roleArn().or(() -> delivery.rule().settings().roleArn());
        if (!byRole || roleArn.isEmpty()) {
            return new Principal.Service(SERVICE);
        }
        Optional<Role> role = account.iam().roleByArn(roleArn.get());
        if (role.filter(found -> found.trusts(SERVICE)).isEmpty()) {
            throw new RoleRefusedException("EventBridge cannot assume the role %s: %s."
                    .formatted(
                            roleArn.get(),
                            role.isEmpty() ? "it does not exist" : "its trust policy does not name " + SERVICE));
        }
        return new Principal.AssumedRole(
                account.accountId(), role.get().name(), delivery.event().id());
    }

    private Journal.Entry hop(Hop.Kind kind, TargetDelivery delivery) {
        return account.journal()
                .hop(kind)
                .from(delivery.rule().arn())
                .to(delivery.target().arn())
                .event(delivery.event().id());
    }

    /** One event on its way from one rule to one target. */
    record TargetDelivery(BusEvent event, Rule rule, RuleTarget target) {
        Optional<String> body() {
            return target.input().of(event, rule.identity());
        }
    }

    /**
     * Why there is no further attempt.
     *
     * @param exhausted which limit of the retry policy ended it; empty if trying again could not have helped
     */
    record GivenUp(String code, String message, Optional<String> exhausted, int retries) {
        /** What a dead-letter queue is told; the types are not documented, here all are texts. */
        Map<String, Delivery.Attribute> attributes(TargetDelivery delivery) {
            Map<String, Delivery.Attribute> attributes = new HashMap<>();
            attributes.put("RULE_ARN", text(delivery.rule().arn()));
            attributes.put("TARGET_ARN", text(delivery.target().arn()));
            attributes.put("ERROR_CODE", text(code));
            attributes.put("ERROR_MESSAGE", text(message));
            exhausted.ifPresent(limit -> {
                attributes.put("EXHAUSTED_RETRY_CONDITION", text(limit));
            });
            attributes.put("RETRY_ATTEMPTS", text(String.valueOf(retries)));
            return attributes;
        }

        private static Delivery.Attribute text(String value) {
            return new Delivery.Attribute("String", value);
        }
    }

    /** The role of a target cannot be had. */
    private static final class RoleRefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RoleRefusedException(String message) {
            super(message);
        }
    }
}
