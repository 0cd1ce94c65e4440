package dev.edaworkshop.lab4.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab4.given.ProviderBooks;
import dev.edaworkshop.lab4.given.crabpay.CrabPay;
import dev.edaworkshop.lab4.given.pierbank.PierBank;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charge;
import dev.edaworkshop.lab4.payments.PaymentProvider.Charged;
import dev.edaworkshop.lab4.payments.PaymentProvider.Declined;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ProvidersTest {

    private final FakeDynamoDb dynamoDb = new FakeDynamoDb("entry");
    private final ProviderBooks books = new ProviderBooks(dynamoDb, "books");
    private final PaymentProvider crabPay = new CrabPayAdapter(new CrabPay(books));
    private final PaymentProvider pierBank = new PierBankAdapter(new PierBank(books));

    @Test
    void charge_once_for_each_key() {
        assertThat(crabPay.charge(charge("key-1", "card-7"))).isEqualTo(crabPay.charge(charge("key-1", "card-7")));
        assertThat(pierBank.charge(charge("key-2", "card-7"))).isEqualTo(pierBank.charge(charge("key-2", "card-7")));

        assertThat(dynamoDb.items).containsOnlyKeys("charge#key-1", "charge#key-2");
    }

    @Test
    void charge_nothing_when_they_are_down() {
        switchTo("down", 1);

        assertThatThrownBy(() -> crabPay.charge(charge("key-1", "card-7")))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("no answer from the payment provider for order o-1");
        assertThat(dynamoDb.items).doesNotContainKey("charge#key-1");
    }

    @Test
    void charge_and_lose_the_answer_as_often_as_they_are_told_to() {
        switchTo("answer-lost", 1);

        assertThatThrownBy(() -> crabPay.charge(charge("key-1", "card-7")))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(dynamoDb.items).containsKey("charge#key-1");
        assertThat(crabPay.charge(charge("key-1", "card-7"))).isInstanceOf(Charged.class);
        assertThat(crabPay.charge(charge("key-2", "card-7"))).isInstanceOf(Charged.class);
    }

    @Test
    void crab_pay_says_no_in_the_shops_words() {
        assertThat(crabPay.charge(charge("key-1", "declined-7"))).isEqualTo(new Declined("card declined"));
        assertThat(dynamoDb.items).isEmpty();
    }

    private void switchTo(String mode, int times) {
        dynamoDb.items.put(
                ProviderBooks.SWITCH,
                Map.of(
                        "entry", AttributeValue.fromS(ProviderBooks.SWITCH),
                        "mode", AttributeValue.fromS(mode),
                        "times", AttributeValue.fromN(String.valueOf(times))));
    }

    private static Charge charge(String key, String card) {
        return new Charge(key, "o-1", new BigDecimal("24.90"), card);
    }
}
