package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.Red;
import java.util.function.Predicate;

/**
 * What should have become of the announced goods at one consumer, and what did: the last word of a check, when none of
 * the mistakes it knows better was the reason.
 *
 * @param consumer in the shop's words
 * @param expected likewise
 */
record Fates(String consumer, String expected, Predicate<Goods> wanted, Announced announced, Announced.At at) {

    /** Every wanted event was delivered exactly once, and no other at all. */
    void requireExactly() {
        announced.goods().forEach(this::requireWanted);
        announced.goods().forEach(this::requireUnwantedKeptBack);
    }

    boolean delivered(Predicate<Goods> goods) {
        return announced.goods().stream().filter(goods).anyMatch(at::delivered);
    }

    private void requireWanted(Goods one) {
        if (!wanted.test(one)) {
            return;
        }
        if (!at.delivered(one)) {
            throw keptBack("kept-back", one);
        }
        if (at.deliveries(one) > 1) {
            throw Verdict.red(
                    "let-through",
                    expected,
                    "%s was delivered to %s %d times".formatted(one, consumer, at.deliveries(one)));
        }
    }

    private void requireUnwantedKeptBack(Goods one) {
        if (!wanted.test(one) && at.delivered(one)) {
            throw Verdict.red(
                    "let-through",
                    expected,
                    "%s was delivered to %s, and has no business there".formatted(one, consumer));
        }
    }

    /** Says why as well, as far as the subscription knows. */
    Red keptBack(String mistake, Goods one) {
        return Verdict.red(
                mistake,
                expected,
                "%s was kept back from %s%s"
                        .formatted(
                                one,
                                consumer,
                                at.keptBackBecause(one)
                                        .map(reason -> ": " + reason)
                                        .orElse("; no subscription of its queue was asked")));
    }
}
