package dev.edaworkshop.lab4.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lets the bank charge and its answer get lost, and reads the bank's books afterwards. */
@Exercise("4.4")
class PayOnceCheck {

    private static final String CHARGED_ONCE = "the bank charges for order %s once, and payment_taken is said once";

    @Test
    void an_order_is_charged_once_and_said_to_be_paid_once(DeployedLab lab) {
        Shop shop = new Shop(lab);
        lab.expectFailures(shop.payments());

        shop.provider("answer-lost", 1);
        shop.invokeLater(shop.payments(), shop.stockReserved("o-1", "card-7"));
        lab.drain(Duration.ofSeconds(40)); // the first attempt, and not the second
        String writtenDown = shop.paymentState("o-1");
        lab.drain();

        requireOneCharge("o-1", writtenDown, shop);
        requirePaid("o-1", shop);

        shop.invokeLater(shop.payments(), shop.stockReserved("o-2", "card-7"));
        lab.drain();
        requireOneCharge("o-2", "", shop);
        requirePaid("o-2", shop);
        shop.invokeLater(shop.payments(), shop.stockReserved("o-2", "card-7", "reserved-once-more"));
        shop.invokeLater(shop.payments(), shop.stockReserved("o-2", "card-7"));
        lab.drain();

        requireNotPaidAgain("o-2", shop);
    }

    private static void requireOneCharge(String orderId, String writtenDown, Shop shop) {
        long charges = shop.charges(orderId);
        if (charges == 0) {
            throw Red.because(
                    "never-charged",
                    CHARGED_ONCE.formatted(orderId),
                    "The bank's books have no charge for order %s. %s".formatted(orderId, lastError(orderId, shop)));
        }
        if (charges > 1 && writtenDown.isEmpty()) {
            throw Red.because(
                    "looks-after-charging",
                    CHARGED_ONCE.formatted(orderId),
                    "charge #2 happened at +%d s. Until then Payments had written down nothing about order %s"
                            .formatted(secondCharge(orderId, shop), orderId));
        }
        if (charges > 1) {
            throw Red.because(
                    "new-key",
                    CHARGED_ONCE.formatted(orderId),
                    "charge #2 came at +%d s, with a key of its own; the payment was still %s. The bank could not know that it was the same question"
                            .formatted(secondCharge(orderId, shop), writtenDown));
        }
    }

    private static void requirePaid(String orderId, Shop shop) {
        String state = shop.paymentState(orderId);
        Set<String> said = paymentsTaken(orderId, shop);
        if (!state.equals("PAID") || said.size() != 1) {
            throw Red.because(
                    "stuck",
                    "order %s is charged, PAID, and said to be paid".formatted(orderId),
                    "The bank has charged for order %s, its payment is %s and will stay so, and payment_taken was said %d times. %s"
                            .formatted(
                                    orderId,
                                    state.isEmpty() ? "nowhere" : state,
                                    said.size(),
                                    lastError(orderId, shop)));
        }
    }

    private static void requireNotPaidAgain(String orderId, Shop shop) {
        long charges = shop.charges(orderId);
        Set<String> said = paymentsTaken(orderId, shop);
        if (charges > 1 || said.size() > 1) {
            throw Red.because(
                    "paid-again",
                    "order %s is PAID, and another request to pay it is refused".formatted(orderId),
                    charges > 1
                            ? "Somebody reserved for the paid order %s once more, and the bank charged %d times"
                                    .formatted(orderId, charges)
                            : "Somebody reserved for the paid order %s once more, and Payments said payment_taken a second time: %s"
                                    .formatted(orderId, said));
        }
        if (!shop.paymentState(orderId).equals("PAID")) {
            throw Red.because(
                    "paid-again",
                    "order %s stays PAID, whoever asks again".formatted(orderId),
                    "Somebody reserved for the paid order %s once more, and now it is %s"
                            .formatted(orderId, shop.paymentState(orderId)));
        }
    }

    /** The ids of the events: the same event said again is still one. */
    private static Set<String> paymentsTaken(String orderId, Shop shop) {
        return shop.attempts(orderId).stream()
                .filter(attempt -> attempt.eventName().equals("payment_taken"))
                .map(Attempt::eventId)
                .collect(Collectors.toSet());
    }

    private static long secondCharge(String orderId, Shop shop) {
        List<Hop> charges = shop.lab().journal().stream()
                .filter(hop -> hop.kind() == Kind.API_CALL && hop.reason().equals("PutItem"))
                .filter(hop -> hop.to().endsWith("/" + shop.lab().output("ProviderTable")))
                .filter(hop -> hop.payload().contains("\"" + orderId + "\""))
                .toList();
        return charges.size() < 2
                ? 0
                : Duration.between(charges.get(0).time(), charges.get(1).time()).toSeconds();
    }

    private static String lastError(String orderId, Shop shop) {
        return shop.attempts(orderId).reversed().stream()
                .filter(attempt -> !attempt.returned())
                .map(attempt -> "Payments failed at last with: "
                        + attempt.result().path("errorMessage").asText())
                .findFirst()
                .orElse("");
    }
}
