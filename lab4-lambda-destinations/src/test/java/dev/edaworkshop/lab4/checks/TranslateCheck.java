package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Has orders paid by one bank and then by the other, in good times and in bad, and compares what is said. */
@Exercise("4.5")
class TranslateCheck {

    private static final String DECLINED =
            "a declined card is payment_declined, said once; that is a result, no failure";
    private static final String UNAVAILABLE = "a bank that does not answer is a failure: Payments throws";
    private static final String HIDDEN = "nothing behind the boundary knows which bank it was";
    /** What only a bank would say. */
    private static final List<String> THE_BANKS_WORDS = List.of("pierbank", "crabpay", "pb-", "claw", "shell");

    @Test
    void a_no_is_an_answer_silence_is_a_failure_and_nobody_knows_the_bank(DeployedLab lab) {
        Shop shop = new Shop(lab);
        lab.expectFailures(shop.payments());

        Map<String, JsonNode> withPierBank = said("pierbank", shop);
        withPierBank.forEach(TranslateCheck::requireHidden);
        Map<String, JsonNode> withCrabPay = said("crabpay", shop);

        withPierBank.forEach((what, said) -> requireSame(what, said, withCrabPay.get(what)));
    }

    /** What Payments says with this provider: for each case an event or an error, without what differs each time. */
    private static Map<String, JsonNode> said(String provider, Shop shop) {
        changeProvider(provider, shop);
        shop.providerWorks();
        Attempt paid = pay("paid", provider, "card-7", shop).getFirst();
        Attempt declined = requireDeclined(pay("declined", provider, "declined-7", shop));
        shop.provider("down", 1_000_000);
        Attempt unavailable = requireUnavailable(pay("unavailable", provider, "card-7", shop));
        shop.providerWorks();

        Map<String, JsonNode> said = new LinkedHashMap<>();
        said.put("a payment that was taken", withoutIds(paid));
        said.put("a declined card", withoutIds(declined));
        said.put("a bank that does not answer", withoutIds(unavailable));
        return said;
    }

    private static void changeProvider(String provider, Shop shop) {
        Map<String, String> variables = new HashMap<>(shop.lab()
                .lambda()
                .getFunctionConfiguration(request -> request.functionName(shop.payments()))
                .environment()
                .variables());
        variables.put("PAYMENT_PROVIDER", provider);
        shop.lab().lambda().updateFunctionConfiguration(request -> request.functionName(shop.payments())
                .environment(environment -> environment.variables(variables)));
    }

    private static List<Attempt> pay(String what, String provider, String card, Shop shop) {
        String orderId = orderId(what, provider);
        shop.invokeLater(shop.payments(), shop.stockReserved(orderId, card));
        shop.lab().drain();
        return shop.attempts(orderId);
    }

    private static String orderId(String what, String provider) {
        return "o-%s-%d".formatted(what, provider.length());
    }

    private static Attempt requireDeclined(List<Attempt> attempts) {
        if (attempts.stream().noneMatch(Attempt::returned)) {
            throw Red.because(
                    "decline-as-failure",
                    DECLINED,
                    "A decline is an answer, not a fault: %d attempts asked the customer's bank %1$d times, at %s"
                            .formatted(attempts.size(), Attempt.times(attempts)));
        }
        Attempt last = attempts.getLast();
        if (!last.eventName().equals("payment_declined")) {
            throw Red.because(
                    "not-declined",
                    DECLINED,
                    "The card was declined, and Payments said %s"
                            .formatted(last.eventName().isEmpty() ? "nothing" : last.eventName()));
        }
        return last;
    }

    private static Attempt requireUnavailable(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            if (attempt.returned()) {
                throw Red.because(
                        "fault-as-decline",
                        UNAVAILABLE,
                        attempt.eventName().equals("payment_declined")
                                ? "The bank could not be reached, and the customer is told that the card was declined"
                                : "The bank could not be reached, and Payments returned as if it had been");
            }
        }
        return attempts.getLast();
    }

    private static void requireHidden(String what, JsonNode said) {
        String text = said.toString().toLowerCase(Locale.ROOT);
        THE_BANKS_WORDS.stream().filter(text::contains).findFirst().ifPresent(word -> {
            throw Red.because(
                    "bank-shows",
                    HIDDEN,
                    "What Payments says about %s carries the bank's own words (`%s`): %s".formatted(what, word, said));
        });
    }

    private static void requireSame(String what, JsonNode withPierBank, JsonNode withCrabPay) {
        if (!withPierBank.equals(withCrabPay)) {
            throw Red.because(
                    "another-word",
                    HIDDEN,
                    "With PierBank, %s reads %s; with the other provider it says %s"
                            .formatted(what, withPierBank, withCrabPay));
        }
    }

    /** An event's name and facts, or an error's type and message; the rest of an error is our own code's lines. */
    private static JsonNode withoutIds(Attempt attempt) {
        ObjectNode said = Shop.object();
        if (attempt.returned()) {
            said.put("event_name", attempt.eventName());
            attempt.result().path("data").properties().forEach(fact -> said.set(fact.getKey(), fact.getValue()));
            said.remove("order_id");
        } else {
            String orderId = attempt.request().at("/data/order_id").asText();
            said.put("error", attempt.result().path("errorType").asText());
            said.put("message", attempt.result().path("errorMessage").asText().replace(orderId, "…"));
        }
        return said;
    }
}
