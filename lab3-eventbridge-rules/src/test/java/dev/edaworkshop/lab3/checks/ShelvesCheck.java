package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Says that 24 products are new, and looks at what each of the six shelves heard. */
@Exercise("3.4")
class ShelvesCheck {

    private static final String ROPE_LOCKER = "RopeLocker";
    private static final String GROWN_UPS = "GrownUps";
    private static final String HEAVY_GOODS = "HeavyGoods";
    private static final String BULKY_GOODS = "BulkyGoods";
    private static final String UNLABELLED = "Unlabelled";
    private static final String SECOND_HAND = "SecondHand";
    private static final List<String> SHELVES =
            List.of(ROPE_LOCKER, GROWN_UPS, HEAVY_GOODS, BULKY_GOODS, UNLABELLED, SECOND_HAND);

    private static final String LIGHT_AS_TEXT = "{\"weight_kg\": \"150\", \"label\": \"x\"}";
    private static final String NEW_WITH_TAGS =
            "{\"condition\": \"new\", \"tags\": [\"toys\", \"new\"], \"label\": \"x\"}";
    private static final String BULKY = "{\"size\": {\"length_cm\": 240, \"width_cm\": 60}, \"label\": \"x\"}";
    private static final String ALL_OF_IT = """
            {"sku": "ROP-0024", "category": "rope", "weight_kg": 250, "size": {"length_cm": 240, "width_cm": 60}, \
            "condition": "used"}""";

    /** The facts of a product, and the shelves where it belongs. */
    private static final Map<String, List<String>> PRODUCTS = new LinkedHashMap<>();

    static {
        PRODUCTS.put("{\"sku\": \"ROP-0001\", \"label\": \"x\"}", List.of(ROPE_LOCKER));
        PRODUCTS.put("{\"sku\": \"ROP-\", \"label\": \"x\"}", List.of(ROPE_LOCKER));
        PRODUCTS.put("{\"sku\": \"rop-0001\", \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"sku\": \"TOY-ROP-1\", \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"category\": \"rope\", \"label\": \"x\"}", List.of(GROWN_UPS));
        PRODUCTS.put("{\"category\": \"Toys\", \"label\": \"x\"}", List.of(GROWN_UPS));
        PRODUCTS.put("{\"category\": \"toys\", \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"category\": \"games\", \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"weight_kg\": 100, \"label\": \"x\"}", List.of(HEAVY_GOODS));
        PRODUCTS.put("{\"weight_kg\": 499.99, \"label\": \"x\"}", List.of(HEAVY_GOODS));
        PRODUCTS.put("{\"weight_kg\": 99.99, \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"weight_kg\": 500, \"label\": \"x\"}", List.of());
        PRODUCTS.put(LIGHT_AS_TEXT, List.of());
        PRODUCTS.put(BULKY, List.of(BULKY_GOODS));
        PRODUCTS.put("{\"sizes\": [1, 2], \"label\": \"x\"}", List.of());
        PRODUCTS.put("{\"sku\": \"GIF-0001\"}", List.of(UNLABELLED));
        PRODUCTS.put("{\"label\": \"\"}", List.of());
        PRODUCTS.put("{\"label\": null}", List.of());
        PRODUCTS.put(
                "{\"condition\": \"used\", \"tags\": [\"toys\", \"old\"], \"label\": \"x\"}", List.of(SECOND_HAND));
        PRODUCTS.put("{\"condition\": \"refurbished\", \"label\": \"x\"}", List.of(SECOND_HAND));
        PRODUCTS.put(NEW_WITH_TAGS, List.of());
        PRODUCTS.put("{\"tags\": [\"new\"], \"label\": \"x\"}", List.of());
        PRODUCTS.put(ALL_OF_IT, SHELVES);
    }

    @Test
    void each_shelf_hears_of_what_belongs_there(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept();
        Map<String, String> said = new LinkedHashMap<>();
        PRODUCTS.keySet().forEach(facts -> said.put(harbour.say("shop.catalogue", "product_created", facts), facts));
        lab.drain();

        Map<String, List<String>> heard = new LinkedHashMap<>();
        for (String shelf : SHELVES) {
            List<String> products = new ArrayList<>();
            harbour.arrivals(shelf + "QueueUrl").forEach(event -> products.add(said.getOrDefault(event.id(), "?")));
            heard.put(shelf, products);
        }
        requireInPlace(heard, harbour, idOf(ALL_OF_IT, said));
        SHELVES.forEach(shelf -> requireNothingElse(shelf, heard.get(shelf)));
        SHELVES.forEach(shelf -> requireAll(shelf, heard.get(shelf)));
    }

    private static String idOf(String facts, Map<String, String> said) {
        return said.entrySet().stream()
                .filter(event -> event.getValue().equals(facts))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void requireInPlace(Map<String, List<String>> heard, Harbour harbour, String allOfIt) {
        String empty = heard.entrySet().stream()
                .filter(shelf -> shelf.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (empty.contains(ROPE_LOCKER) && empty.contains(GROWN_UPS)) {
            throw Red.because(
                    "pasted-unchanged",
                    "each of the six shelves hears of what belongs there",
                    "%s heard of none of the %d products. %s"
                            .formatted(
                                    empty,
                                    PRODUCTS.size(),
                                    harbour.whyNot(allOfIt, "detail.sku").orElse("")));
        }
    }

    private static void requireNothingElse(String shelf, List<String> heard) {
        for (String facts : heard) {
            if (!PRODUCTS.getOrDefault(facts, List.of()).contains(shelf)) {
                throw tooMuch(shelf, facts);
            }
        }
    }

    private static Red tooMuch(String shelf, String facts) {
        String expected = "%s does not hear of %s".formatted(shelf, facts);
        if (shelf.equals(GROWN_UPS) && !facts.contains("category")) {
            return Red.because(
                    "missing-is-not-other",
                    expected,
                    "%s heard of a product that has no category at all".formatted(shelf));
        }
        return switch (shelf + facts) {
            case SECOND_HAND + NEW_WITH_TAGS ->
                Red.because(
                        "anything-but-a-list",
                        expected,
                        "%s heard of it: [\"toys\", \"new\"] contains another value than \"new\", so anything-but matches"
                                .formatted(shelf));
            case HEAVY_GOODS + LIGHT_AS_TEXT ->
                Red.because(
                        "number-as-text",
                        expected,
                        "%s heard of it: \"150\" is text, numeric needs 150. Which of them does the pattern compare with?"
                                .formatted(shelf));
            default ->
                Red.because("does-not-belong", expected, "%s heard of it. It does not belong there".formatted(shelf));
        };
    }

    private static void requireAll(String shelf, List<String> heard) {
        PRODUCTS.forEach((facts, shelves) -> {
            long times = heard.stream().filter(facts::equals).count();
            if (!shelves.contains(shelf) || times == 1) {
                return;
            }
            String expected = "%s hears of %s, once".formatted(shelf, facts);
            if (times > 1) {
                throw Red.because("heard-twice", expected, "%s heard of it %d times".formatted(shelf, times));
            }
            if (shelf.equals(BULKY_GOODS)) {
                throw Red.because(
                        "exists-on-an-object",
                        expected,
                        "%s did not: `size` is an object, and exists sees only fields that hold a value themselves"
                                .formatted(shelf));
            }
            throw Red.because(
                    "does-not-belong", expected, "%s did not hear of it, though it belongs there".formatted(shelf));
        });
    }
}
