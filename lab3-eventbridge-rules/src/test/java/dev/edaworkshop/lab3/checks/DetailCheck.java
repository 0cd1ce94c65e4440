package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Says that nine products are new, and looks at which of them the toy corner heard of. */
@Exercise("3.3")
class DetailCheck {

    private static final String EXPECTED =
            "the toy corner hears of new toys and games in the region eu, and of nothing else";

    private static final String BOAT = "a toy in eu";
    private static final String CHESS = "a game in eu";
    private static final String ROPE = "a rope in eu";
    private static final String BRITISH_TOY = "a toy in uk";

    /** By what it is: its facts, without ids. */
    private static final Map<String, String> PRODUCTS = new LinkedHashMap<>();

    static {
        PRODUCTS.put(BOAT, "\"category\": \"toys\", \"region\": \"eu\"");
        PRODUCTS.put(CHESS, "\"category\": \"games\", \"region\": \"eu\"");
        PRODUCTS.put(ROPE, "\"category\": \"rope\", \"region\": \"eu\"");
        PRODUCTS.put(BRITISH_TOY, "\"category\": \"toys\", \"region\": \"uk\"");
        PRODUCTS.put("a book named toys", "\"category\": \"books\", \"region\": \"eu\", \"name\": \"toys\"");
        PRODUCTS.put("a gift with the tag toys", "\"category\": \"gifts\", \"region\": \"eu\", \"tags\": [\"toys\"]");
        PRODUCTS.put("a box for {\"category\": \"toys\"}", "\"content\": {\"category\": \"toys\"}, \"region\": \"eu\"");
        PRODUCTS.put("something of the category Toys", "\"category\": \"Toys\", \"region\": \"eu\"");
        PRODUCTS.put("a toy of no region", "\"category\": \"toys\"");
    }

    @Test
    void the_toy_corner_hears_of_what_it_asked_for(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept();
        Map<String, String> said = new LinkedHashMap<>();
        PRODUCTS.forEach((what, facts) -> said.put(
                harbour.say(
                        "shop.catalogue",
                        "product_created",
                        "{\"product_id\": \"p-%d\", %s}".formatted(said.size(), facts)),
                what));
        lab.drain();

        List<String> heard = new ArrayList<>();
        harbour.arrivals("ToyCornerQueueUrl")
                .forEach(event -> heard.add(said.getOrDefault(event.id(), "another event")));
        String boat = said.entrySet().stream()
                .filter(event -> event.getValue().equals(BOAT))
                .findFirst()
                .orElseThrow()
                .getKey();
        requireSomething(heard, boat, harbour);
        requireNothingElse(heard);
        requireAll(heard);
    }

    private static void requireSomething(List<String> heard, String boat, Harbour harbour) {
        if (heard.contains(BOAT) || heard.contains(CHESS)) {
            return;
        }
        Optional<String> why = harbour.whyNot(boat, "did you mean");
        if (why.isPresent()) {
            throw Red.because("wrong-level", EXPECTED, "It heard of no toy at all. %s".formatted(why.get()));
        }
        throw Red.because(
                "nothing-arrives",
                EXPECTED,
                heard.isEmpty()
                        ? "It heard of nothing at all, not even of a toy in eu"
                        : "It heard of %s, but of no toy in eu".formatted(String.join(", ", heard)));
    }

    private static void requireNothingElse(List<String> heard) {
        if (heard.contains(ROPE) && heard.contains(BRITISH_TOY)) {
            throw Red.because(
                    "or-instead-of-and",
                    EXPECTED,
                    "It heard of %s and of %s: one of the two conditions was enough".formatted(ROPE, BRITISH_TOY));
        }
        if (heard.contains(BRITISH_TOY)) {
            throw Red.because(
                    "region-forgotten", EXPECTED, "It heard of %s, which is sold elsewhere".formatted(BRITISH_TOY));
        }
        heard.stream()
                .filter(what -> !what.equals(BOAT) && !what.equals(CHESS))
                .findFirst()
                .ifPresent(what -> {
                    throw Red.because("too-much", EXPECTED, "It heard of %s".formatted(what));
                });
    }

    private static void requireAll(List<String> heard) {
        for (String what : List.of(BOAT, CHESS)) {
            long times = heard.stream().filter(what::equals).count();
            if (times == 0) {
                throw Red.because("only-one-kind", EXPECTED, "It did not hear of %s".formatted(what));
            }
            if (times > 1) {
                throw Red.because(
                        "heard-twice",
                        EXPECTED,
                        "It heard %d times of %s. How many rules have its queue as their target?"
                                .formatted(times, what));
            }
        }
    }
}
