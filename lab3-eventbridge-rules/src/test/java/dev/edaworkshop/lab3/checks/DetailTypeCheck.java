package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Handled;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Says three kinds of events and looks at which function was invoked for which. */
@Exercise("3.2")
class DetailTypeCheck {

    private static final String CREATED = "product_created";
    private static final String PRICE_CHANGED = "product_price_changed";
    private static final String DELETED = "product_deleted";

    @Test
    void each_function_is_invoked_for_its_own_kind_of_event(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept("InventoryFunction", "CleanUpFunction");
        Map<String, String> said = new LinkedHashMap<>();
        for (String name : List.of(CREATED, PRICE_CHANGED, DELETED, CREATED)) {
            said.put(harbour.say("shop.catalogue", name, product(said.size())), name);
        }
        lab.drain();

        List<String> inventory = heard(lab, "InventoryFunction", said);
        List<String> cleanUp = heard(lab, "CleanUpFunction", said);
        requireOwnKinds(inventory, cleanUp);
        requireAll("Inventory", CREATED, 2, inventory, harbour, said);
        requireAll("The clean-up", DELETED, 1, cleanUp, harbour, said);
    }

    private static String product(int number) {
        return """
                {"product_id": "p-%1$d", "sku": "ROP-%1$04d", "name": "Rope no. %1$d", "category": "rope", "price": 12.50,
                 "old_price": 12.50, "new_price": 11.00, "region": "eu"}""".formatted(number);
    }

    private static List<String> heard(DeployedLab lab, String function, Map<String, String> said) {
        return lab.handled(lab.output(function)).stream()
                .map(Handled::eventId)
                .filter(said::containsKey)
                .map(said::get)
                .toList();
    }

    private static void requireOwnKinds(List<String> inventory, List<String> cleanUp) {
        Set<String> inventoryDoesNotCare = without(CREATED, inventory);
        Set<String> cleanUpDoesNotCare = without(DELETED, cleanUp);
        if (!inventoryDoesNotCare.isEmpty() && cleanUp.isEmpty()) {
            throw Red.because(
                    "one-rule-for-all",
                    "Inventory is invoked for product_created only, the clean-up for product_deleted only",
                    "Inventory was also invoked for %s, and had to find out by itself that it does not care"
                            .formatted(String.join(" and ", inventoryDoesNotCare)));
        }
        if (!inventoryDoesNotCare.isEmpty() || !cleanUpDoesNotCare.isEmpty()) {
            throw Red.because(
                    "not-its-kind",
                    "Inventory is invoked for product_created only, the clean-up for product_deleted only",
                    inventoryDoesNotCare.isEmpty()
                            ? "The clean-up was also invoked for %s".formatted(String.join(" and ", cleanUpDoesNotCare))
                            : "Inventory was also invoked for %s"
                                    .formatted(String.join(" and ", inventoryDoesNotCare)));
        }
    }

    private static Set<String> without(String own, List<String> heard) {
        Set<String> others = new TreeSet<>(heard);
        others.remove(own);
        return others;
    }

    private static void requireAll(
            String who, String name, int times, List<String> heard, Harbour harbour, Map<String, String> said) {
        if (heard.size() > times) {
            throw Red.because(
                    "heard-twice",
                    "one event, one invocation",
                    "%s was invoked %d times for %d %s. How many rules lead there?"
                            .formatted(who, heard.size(), times, name));
        }
        if (heard.size() == times) {
            return;
        }
        String id = said.entrySet().stream()
                .filter(event -> event.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
        String expected = "%s hears of every %s".formatted(who, name);
        harbour.whyNot(id, "detail.detail-type").ifPresent(why -> {
            throw Red.because(
                    "looks-inside-detail",
                    expected,
                    "%s was never invoked: the pattern looks for the detail type inside of the detail. %s"
                            .formatted(who, why));
        });
        throw Red.because(
                "wrong-word",
                expected,
                "%s was invoked %d times for %d %s. Does the pattern spell the word as the event does?"
                        .formatted(who, heard.size(), times, name));
    }
}
