package dev.edaworkshop.lab4.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DynamoDbPaymentTableTest {

    private static final PaymentRequest REQUEST =
            new PaymentRequest("e-1", "o-1", "c-7", new BigDecimal("24.90"), "card-7");

    private final PaymentTable table = new DynamoDbPaymentTable(new FakeDynamoDb("order_id"), "payments");

    @Test
    void finds_what_was_written() {
        Payment opened = table.open(Payment.opened(REQUEST));
        Payment paid = table.replace(opened, opened.becoming(PaymentState.PAID, "booking-1"));

        assertThat(table.find("o-1")).contains(paid);
        assertThat(table.find("o-2")).isEmpty();
    }

    @Test
    void opens_one_payment_for_an_order_whoever_is_faster() {
        table.open(Payment.opened(REQUEST));

        assertThatThrownBy(() -> table.open(Payment.opened(REQUEST)))
                .isInstanceOf(IllegalMoveException.class)
                .hasMessage("the payment of order o-1 is AWAITING_CONFIRM and cannot become AWAITING_CONFIRM");
    }

    @Test
    void of_two_that_move_a_payment_one_is_refused() {
        Payment opened = table.open(Payment.opened(REQUEST));
        table.replace(opened, opened.becoming(PaymentState.PAID, "booking-1"));

        assertThatThrownBy(() -> table.replace(opened, opened.becoming(PaymentState.DECLINED, "card declined")))
                .hasMessage("the payment of order o-1 is PAID and cannot become DECLINED");
    }
}
