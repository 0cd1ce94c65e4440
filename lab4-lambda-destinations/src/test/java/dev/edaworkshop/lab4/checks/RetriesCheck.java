package dev.edaworkshop.lab4.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Fault;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Lets three functions fail, counts how often each is tried, and then lets none of them in until Lambda gives up. */
@Exercise("4.3")
class RetriesCheck {

    /** @param age until when a request is worth trying */
    private record Decision(String name, int attempts, Duration age) {

        String inWords() {
            return "%s is tried %s, and as long as its request is no older than %s"
                    .formatted(name, attempts == 1 ? "once" : attempts + " times", RetriesCheck.inWords(age));
        }
    }

    /** @param lastTry how long after its beginning the request was given up while nobody was let in */
    private record Seen(List<Attempt> attempts, Duration lastTry) {}

    private static final Decision SCREEN = new Decision("PierScreen", 1, Duration.ofSeconds(60));
    private static final Decision RECEIPTS = new Decision("Receipts", 2, Duration.ofHours(2));
    private static final Decision PAYMENTS = new Decision("Payments", 3, Duration.ofHours(1));

    private static final int LAMBDAS_DEFAULT = 3;
    /** Lambda tries a throttled request again after five minutes at the latest, so it gives up that much before the age. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final int RECEIVES_OF_THE_FAILURE_QUEUE = 100;

    @Test
    void each_function_is_tried_as_often_and_as_long_as_was_decided(DeployedLab lab) {
        Map<Decision, Seen> seen = Map.of(
                SCREEN, watch(SCREEN, lab),
                RECEIPTS, watch(RECEIPTS, lab),
                PAYMENTS, watch(PAYMENTS, lab));

        requireDecided(seen, lab);
        for (Decision decision : List.of(SCREEN, RECEIPTS, PAYMENTS)) {
            requireAttempts(decision, seen.get(decision).attempts());
            requireAge(decision, seen.get(decision).lastTry());
        }
    }

    private static Seen watch(Decision decision, DeployedLab lab) {
        Shop shop = new Shop(lab);
        String function = lab.output(decision.name() + "Function");
        String request = shop.stockReserved("o-1", "card-7");
        try (Fault _ = lab.fail(function)) {
            shop.invokeLater(function, request);
            lab.drain();
        }
        List<Attempt> attempts = Attempt.of(lab.journal(), function);
        int before = lab.journal().size();
        Instant start = lab.now();
        try (Fault _ = lab.fault(function, new FaultPlan.Throttle())) {
            shop.invokeLater(function, request);
            lab.drain();
        }
        return new Seen(attempts, Duration.between(start, givenUp(function, lab, before)));
    }

    private static Instant givenUp(String function, DeployedLab lab, int since) {
        return lab.journal().stream()
                .skip(since)
                .filter(hop -> hop.kind() == Kind.LOST || hop.kind() == Kind.DEAD_LETTERED)
                .filter(hop -> Attempt.isOf(hop.from(), function))
                .map(Hop::time)
                .findFirst()
                .orElseGet(lab::now);
    }

    private static void requireDecided(Map<Decision, Seen> seen, DeployedLab lab) {
        List<Attempt> screen = seen.get(SCREEN).attempts();
        if (screen.size() < LAMBDAS_DEFAULT) {
            return;
        }
        String tried = "PierScreen was tried %d times, at %s".formatted(screen.size(), Attempt.times(screen));
        if (receivesOfTheFailureQueue(lab) != RECEIVES_OF_THE_FAILURE_QUEUE) {
            throw Red.because(
                    "retries-on-the-queue",
                    SCREEN.inWords(),
                    tried
                            + ". A queue's redrive policy governs who reads from that queue, not asynchronous invocations");
        }
        Duration lastTry = seen.get(SCREEN).lastTry();
        if (isNearly(PAYMENTS.age(), lastTry)) {
            throw Red.because(
                    "one-for-all",
                    SCREEN.inWords(),
                    tried + ": as often and as long as Payments. What is on the screen is no money");
        }
        throw Red.because(
                "nobody-decided",
                SCREEN.inWords(),
                tried + ". Nobody has decided that; it is what Lambda does unless somebody does");
    }

    private static int receivesOfTheFailureQueue(DeployedLab lab) {
        String policy = lab.sqs()
                .getQueueAttributes(request -> request.queueUrl(lab.output("PaymentFailuresQueueUrl"))
                        .attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}");
        return Shop.json(policy).path("maxReceiveCount").asInt(RECEIVES_OF_THE_FAILURE_QUEUE);
    }

    private static void requireAttempts(Decision decision, List<Attempt> attempts) {
        if (attempts.size() == decision.attempts()) {
            return;
        }
        String observed =
                "%s was tried %d times, at %s".formatted(decision.name(), attempts.size(), Attempt.times(attempts));
        if (attempts.size() == decision.attempts() + 1) {
            throw Red.because(
                    "retries-are-not-attempts",
                    decision.inWords(),
                    observed + ". The number of retries counts what comes after the first attempt");
        }
        throw Red.because("not-as-decided", decision.inWords(), observed);
    }

    private static void requireAge(Decision decision, Duration lastTry) {
        if (isNearly(decision.age(), lastTry)) {
            return;
        }
        if (lastTry.compareTo(decision.age()) > 0) {
            throw Red.because(
                    "age-forgotten",
                    decision.inWords(),
                    "%s found no room to run, and its request was still to be tried after %s"
                            .formatted(decision.name(), inWords(lastTry)));
        }
        throw Red.because(
                "not-as-decided",
                decision.inWords(),
                "%s found no room to run, and its request was given up after %s"
                        .formatted(decision.name(), inWords(lastTry)));
    }

    /** Lambda gives up as soon as the next try would be too late. */
    private static boolean isNearly(Duration age, Duration lastTry) {
        // Pauses double from one second on, so the last of them is at most half of the age.
        Duration pause = age.dividedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? age.dividedBy(2).plusSeconds(2)
                : LONGEST_PAUSE.plusSeconds(2);
        return lastTry.compareTo(age) <= 0 && lastTry.compareTo(age.minus(pause)) >= 0;
    }

    private static String inWords(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(3)) < 0) {
            return duration.toSeconds() + " seconds";
        }
        return duration.toMinutesPart() == 0
                ? "%d hours".formatted(duration.toHours()).replaceFirst("^1 hours", "1 hour")
                : "%d minutes".formatted(duration.toMinutes());
    }
}
