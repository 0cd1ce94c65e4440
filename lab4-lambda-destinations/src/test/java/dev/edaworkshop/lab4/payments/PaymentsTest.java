package dev.edaworkshop.lab4.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.InvalidEventException;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charge;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charged;
import dev.edaworkshop.lab4.payments.PaymentProvider.Declined;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:16:00Z");
    private static final String STOCK_RESERVED = """
            {"data": {"order_id": "o-1", "customer_id": "c-7", "sku": "TOY-0001", "amount": 24.90, "card": "card-7"},
             "metadata": {"event_id": "e-1", "event_name": "stock_reserved", "source": "shop.inventory", "version": 1,
              "correlation_id": "conversation-1", "created_at": "2026-11-20T09:15:00Z"}}""";

    private final FakeTable table = new FakeTable();
    private final List<Charge> charges = new ArrayList<>();

    @Test
    void asks_for_the_amount_of_the_order_and_says_that_it_was_taken() {
        Envelope outcome = payments(charge -> new Charged("booking-1")).pay(Envelope.parse(STOCK_RESERVED));

        assertThat(charges).singleElement().satisfies(charge -> {
            assertThat(charge.orderId()).isEqualTo("o-1");
            assertThat(charge.amount()).isEqualTo(new BigDecimal("24.90"));
            assertThat(charge.card()).isEqualTo("card-7");
        });
        assertThat(outcome.metadata().eventName()).isEqualTo("payment_taken");
        assertThat(outcome.metadata().source()).isEqualTo("shop.payments");
        assertThat(outcome.metadata().correlationId()).isEqualTo("conversation-1");
        assertThat(outcome.data())
                .containsEntry("order_id", "o-1")
                .containsEntry("amount", new BigDecimal("24.90"))
                .doesNotContainKey("card");
        assertThat(table.find("o-1")).map(Payment::state).contains(PaymentState.PAID);
    }

    @Test
    void says_why_the_money_was_not_taken() {
        Envelope outcome = payments(charge -> new Declined("card declined")).pay(Envelope.parse(STOCK_RESERVED));

        assertThat(outcome.metadata().eventName()).isEqualTo("payment_declined");
        assertThat(outcome.data()).containsEntry("reason", "card declined");
        assertThat(table.find("o-1")).map(Payment::state).contains(PaymentState.DECLINED);
    }

    @Test
    void fails_if_the_provider_gives_no_answer() {
        var silent = new ProviderUnavailableException("o-1", new IllegalStateException("its own words"));

        assertThatThrownBy(() -> payments(charge -> {
                            throw silent;
                        })
                        .pay(Envelope.parse(STOCK_RESERVED)))
                .isSameAs(silent)
                .hasMessage("no answer from the payment provider for order o-1");
    }

    @Test
    void asks_nobody_for_the_money_if_the_request_is_incomplete() {
        Envelope withoutCard = Envelope.parse(STOCK_RESERVED.replace("card-7", " "));

        assertThatThrownBy(() -> payments(charge -> new Charged("booking-1")).pay(withoutCard))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("data.card is missing");
        assertThat(charges).isEmpty();
    }

    private Payments payments(PaymentProvider provider) {
        return new Payments(
                table,
                charge -> {
                    charges.add(charge);
                    return provider.charge(charge);
                },
                InstantSource.fixed(NOW));
    }

    private static final class FakeTable implements PaymentTable {

        private final Map<String, Payment> payments = new HashMap<>();

        @Override
        public Optional<Payment> find(String orderId) {
            return Optional.ofNullable(payments.get(orderId));
        }

        @Override
        public Payment open(Payment payment) {
            assertThat(payments).doesNotContainKey(payment.orderId());
            payments.put(payment.orderId(), payment);
            return payment;
        }

        @Override
        public Payment replace(Payment payment, Payment next) {
            assertThat(payments.get(payment.orderId()).state()).isEqualTo(payment.state());
            payments.put(next.orderId(), next);
            return next;
        }
    }
}
