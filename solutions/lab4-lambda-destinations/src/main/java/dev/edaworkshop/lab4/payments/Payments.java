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

    // begin exercise 4.4
    // First it is written down that somebody is going to ask for the money, then the money is asked for. Whatever
    // happens in between, the next attempt finds the payment and knows: the answer is missing, not the question. So it
    // asks again, with the same key, and the provider tells what it has done already. The key belongs to the order, not
    // to the attempt.
    private Payment pay(PaymentRequest request) {
        Payment payment = payments.find(request.orderId())
                .map(known -> known.requireOpenedBy(request))
                .orElseGet(() -> payments.open(Payment.opened(request)));
        if (payment.state() != PaymentState.AWAITING_CONFIRM) {
            return payment; // an earlier attempt got this far, and its answer was lost
        }
        ChargeAnswer answer = ask(request, "order-" + request.orderId());
        return payments.replace(payment, confirmed(payment, answer));
    }
    // end exercise 4.4

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
