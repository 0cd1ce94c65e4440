package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charge;
import dev.edaworkshop.lab4.payments.PaymentProvider.ChargeAnswer;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charged;
import dev.edaworkshop.lab4.payments.PaymentProvider.Declined;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Takes the money for what is reserved, once for each order. {@link UUID} makes keys that nobody has used before. */
final class Payments {

    private static final String SOURCE = "shop.payments";

    private final PaymentTable payments;
    private final PaymentProvider provider;
    private final InstantSource clock;

    Payments(PaymentTable payments, PaymentProvider provider, InstantSource clock) {
        this.payments = payments;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * @return {@code payment_taken} or {@code payment_declined}
     * @throws ProviderUnavailableException if the provider gave no answer; it is worth trying again
     * @throws IllegalMoveException if the order is paid, or declined, for another request
     */
    Envelope pay(Envelope stockReserved) {
        return outcome(pay(PaymentRequest.from(stockReserved)), stockReserved);
    }

    /*
     * TODO 4.4  Pay once.
     *
     * The bank is asked, and afterwards it is written down what came of it. But sometimes the bank charges and its answer
     * gets lost: then nothing is written down, Lambda tries again, and the customer pays twice.
     *
     * Let the second attempt know of the first: write down that the payment is AWAITING_CONFIRM before the bank is asked,
     * and look whether somebody has done so already. Then give the bank a key by which it knows a repeated question. And
     * an order that is paid must not be paid for another request. Payment and PaymentTable have what you need.
     *
     * Check:  ./lab check 4.4
     * Read:   guide/lab4-lambda-destinations.md#44-pay-once
     */
    private Payment pay(PaymentRequest request) {
        ChargeAnswer answer = ask(request, UUID.randomUUID().toString());
        Payment payment = payments.open(Payment.opened(request));
        return payments.replace(payment, confirmed(payment, answer));
    }

    private ChargeAnswer ask(PaymentRequest request, String idempotencyKey) {
        return provider.charge(new Charge(idempotencyKey, request.orderId(), request.amount(), request.card()));
    }

    private static Payment confirmed(Payment payment, ChargeAnswer answer) {
        return switch (answer) {
            case Charged charged -> payment.becoming(PaymentState.PAID, charged.booking());
            case Declined declined -> payment.becoming(PaymentState.DECLINED, declined.reason());
        };
    }

    private Envelope outcome(Payment payment, Envelope stockReserved) {
        Map<String, Object> facts = Map.of(
                "order_id", payment.orderId(),
                "customer_id", stockReserved.text("customer_id"),
                "amount", payment.amount());
        return switch (payment.state()) {
            case PAID -> stockReserved.followedBy("payment_taken", SOURCE, facts, clock.instant());
            case DECLINED ->
                stockReserved.followedBy(
                        "payment_declined", SOURCE, with(facts, "reason", payment.note()), clock.instant());
            case AWAITING_CONFIRM ->
                throw new IllegalStateException("Order %s: nobody knows yet".formatted(payment.orderId()));
        };
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new TreeMap<>(facts);
        more.put(name, value);
        return more;
    }
}
