package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.lab1.checks.Shed.Payment;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Lets payments arrive twice, and one that cannot be reserved yet; counts what is left in the shed. */
@Exercise("1.7")
class TwiceIsOnceCheck {

    private static final String BOAT = "p-boat";
    private static final String CRAB = "p-crab";
    private static final int PIECES = 20;
    private static final int QUANTITY = 3;

    /** Ten times the queue's visibility timeout: time for every attempt there should be, and for some more. */
    private static final Duration TEN_ATTEMPTS = Duration.ofMinutes(10);

    @Test
    void a_payment_is_reserved_once_and_what_cannot_be_reserved_is_put_aside_and_done_later(DeployedLab lab) {
        Shed shed = new Shed(lab);
        shed.put(BOAT, PIECES);

        requireOneReservationPerMessage(shed, lab);
        requireOneReservationPerEvent(shed, lab);
        try {
            Payment early = requirePutAside(shed, lab);
            requireDoneAfterRepair(early, shed, lab);
        } catch (Red red) {
            throw red.withFailuresExpected(); // The function cannot do what it is given here.
        }
    }

    /** As when a function has done its work, and its answer never reaches the queue. */
    private static void requireOneReservationPerMessage(Shed shed, DeployedLab lab) {
        Payment payment = shed.payment("answer-lost", BOAT, QUANTITY);
        for (int receive = 1; receive <= 2; receive++) {
            lab.invoke(lab.output("ReservationsFunction"), batch("message-1", receive, payment, lab));
        }
        int taken = PIECES - shed.count(BOAT);
        if (taken == 0) {
            throw Red.because(
                    "nothing-reserved",
                    "a payment for %d boats takes %d boats out of the stock".formatted(QUANTITY, QUANTITY),
                    "Somebody paid for %d boats, and there are as many in the shed as before".formatted(QUANTITY));
        }
        if (taken != QUANTITY) {
            throw Red.because(
                    "counted-per-delivery",
                    "a message that is delivered again, because the answer was lost, changes nothing",
                    "One message about %d boats was delivered twice, and %d boats were taken. Once would have been right"
                            .formatted(QUANTITY, taken));
        }
    }

    /** As when a publisher is not sure whether it was heard, and says it again. */
    private static void requireOneReservationPerEvent(Shed shed, DeployedLab lab) {
        int before = shed.count(BOAT);
        Payment payment = shed.payment("said-twice", BOAT, QUANTITY);
        shed.publish(payment);
        shed.publish(payment);
        lab.drain(TEN_ATTEMPTS);
        int taken = before - shed.count(BOAT);
        if (taken != QUANTITY) {
            throw Red.because(
                    taken > QUANTITY ? "wrong-id" : "nothing-reserved",
                    "%s, published twice, takes %d boats out of the stock".formatted(payment.eventId(), QUANTITY),
                    taken > QUANTITY
                            ? "%d boats were taken. Two messages, one fact: the `event_id` is the same, the SQS id is not"
                                    .formatted(taken)
                            : "%d boats were taken".formatted(taken));
        }
    }

    /** @return the payment that cannot be reserved, because its product is not on the list yet */
    private static Payment requirePutAside(Shed shed, DeployedLab lab) {
        int before = shed.count(BOAT);
        Payment early = shed.payment("too-early", CRAB, 1);
        String messageId = shed.publish(early);
        String neighbour = shed.publish(shed.payment("neighbour", BOAT, 1));
        lab.drain(TEN_ATTEMPTS);

        requireAtOnce(neighbour, before - shed.count(BOAT), lab);
        QueueView queue = lab.queue(lab.output("ReservationsQueueUrl"));
        long receives = received(messageId, queue, lab);
        List<Message> aside = aside(queue, lab);
        String expected =
                "a payment for a product that nobody has put on the list is received 3 times and then put aside, unchanged";
        if (aside.isEmpty() && queue.visible() + queue.inFlight() == 0) {
            throw receives == 1
                    ? Red.because(
                            "deleted-unhandled",
                            expected,
                            "It was received once, could not be reserved, and now it is nowhere. Who said it was done?")
                    : Red.because(
                            "noted-too-early",
                            expected,
                            "The first attempt failed, and attempt %d took it for done. It is gone, and nothing was reserved"
                                    .formatted(receives));
        }
        if (aside.isEmpty()) {
            throw Red.because(
                    "never-put-aside",
                    expected,
                    "In ten minutes it was received %d times, and nobody has put it aside".formatted(receives));
        }
        if (receives != 3) {
            throw Red.because(
                    "never-put-aside",
                    expected,
                    "It was put aside after %d receives: too %s, and nobody has put it aside after the third"
                            .formatted(receives, receives < 3 ? "early" : "late"));
        }
        if (!aside.getFirst().body().contains(early.json())) {
            throw Red.because("never-put-aside", expected, "What was put aside is not what was published");
        }
        return early;
    }

    private static void requireAtOnce(String neighbour, int taken, DeployedLab lab) {
        QueueView queue = lab.queue(lab.output("ReservationsQueueUrl"));
        long receives = received(neighbour, queue, lab);
        if (taken != 1 || receives != 1) {
            throw Red.because(
                    "all-or-nothing",
                    "the payment that came next to the one that cannot be reserved is reserved at once",
                    taken == 1
                            ? "It was reserved, and came back with it: it was received %d times".formatted(receives)
                            : "%d boats were taken for it".formatted(taken));
        }
    }

    /** The product is on the list now; what lies aside goes back to the queue, as SQS's own redrive does it. */
    private static void requireDoneAfterRepair(Payment early, Shed shed, DeployedLab lab) {
        QueueView queue = lab.queue(lab.output("ReservationsQueueUrl"));
        shed.put(CRAB, PIECES);
        String aside = lab.queue(queue.deadLetterQueueUrl().orElseThrow()).arn();
        lab.sqs().startMessageMoveTask(request -> request.sourceArn(aside));
        lab.drain(TEN_ATTEMPTS);
        shed.publish(early); // and once more, in a message of its own
        lab.drain(TEN_ATTEMPTS);
        int taken = PIECES - shed.count(CRAB);
        if (taken != early.quantity()) {
            throw Red.because(
                    taken == 0 ? "noted-too-early" : "wrong-id",
                    "once the product is on the list and the message is back in the queue, 1 crab is taken",
                    taken == 0
                            ? "The message came back, and the function took it for done: no crab was taken"
                            : "%d crabs were taken".formatted(taken));
        }
    }

    private static long received(String messageId, QueueView queue, DeployedLab lab) {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.RECEIVED && hop.eventId().equals(messageId))
                .filter(hop -> hop.from().equals(queue.arn()))
                .count();
    }

    private static List<Message> aside(QueueView queue, DeployedLab lab) {
        return queue.deadLetterQueueUrl()
                .map(url -> lab.sqs()
                        .receiveMessage(request -> request.queueUrl(url).visibilityTimeout(0))
                        .messages())
                .orElse(List.of());
    }

    /** What Lambda hands to a function that reads a queue. */
    private static String batch(String messageId, int receive, Payment payment, DeployedLab lab) {
        return """
                {"Records": [{"messageId": "%s", "receiptHandle": "none", "body": %s, "attributes":
                  {"ApproximateReceiveCount": "%d"}, "messageAttributes": {}, "eventSource": "aws:sqs",
                  "eventSourceARN": "%s", "awsRegion": "us-east-1"}]}""".formatted(
                        messageId,
                        Body.quoted(payment.json()),
                        receive,
                        lab.queue(lab.output("ReservationsQueueUrl")).arn());
    }
}
