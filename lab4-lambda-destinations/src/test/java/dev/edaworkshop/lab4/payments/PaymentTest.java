package dev.edaworkshop.lab4.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {

    private static final PaymentRequest REQUEST =
            new PaymentRequest("e-1", "o-1", "c-7", new BigDecimal("24.90"), "card-7");
    private static final PaymentRequest ANOTHER =
            new PaymentRequest("e-2", "o-1", "c-7", new BigDecimal("24.90"), "card-7");

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "AWAITING_CONFIRM, PAID, true",
        "AWAITING_CONFIRM, DECLINED, true",
        "AWAITING_CONFIRM, AWAITING_CONFIRM, false",
        "PAID, DECLINED, false",
        "PAID, AWAITING_CONFIRM, false",
        "PAID, PAID, false",
        "DECLINED, PAID, false",
        "DECLINED, AWAITING_CONFIRM, false"
    })
    void a_payment_ends_with_yes_or_no_and_stays_there(PaymentState from, PaymentState to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }

    @Test
    void an_illegal_move_is_named() {
        Payment paid = Payment.opened(REQUEST).becoming(PaymentState.PAID, "booking-1");

        assertThatThrownBy(() -> paid.becoming(PaymentState.DECLINED, "too late"))
                .isInstanceOf(IllegalMoveException.class)
                .hasMessage("the payment of order o-1 is PAID and cannot become DECLINED");
    }

    @Test
    void a_repetition_of_the_request_goes_on_with_the_payment_another_request_does_not() {
        Payment payment = Payment.opened(REQUEST);

        assertThat(payment.requireOpenedBy(REQUEST)).isSameAs(payment);
        assertThatThrownBy(() -> payment.requireOpenedBy(ANOTHER)).isInstanceOf(IllegalMoveException.class);
    }

    @Test
    void nothing_is_not_an_amount() {
        assertThatThrownBy(() -> new PaymentRequest("e-1", "o-1", "c-7", BigDecimal.ZERO, "card-7"))
                .hasMessage("Order o-1: the amount must be positive, was 0");
    }
}
