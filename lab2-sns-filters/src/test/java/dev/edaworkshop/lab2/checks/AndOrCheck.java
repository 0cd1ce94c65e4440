package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Announces goods of four categories, one of which is none, in four regions, one of which is none. */
@Exercise("2.5")
class AndOrCheck {

    private static final String EXPECTED =
            "the shop window gets toys and games, wherever they are sold, and what is sold in `eu` and has a category";
    private static final Set<String> SHOWN = Set.of("toys", "games");

    @Test
    void the_shop_window_gets_9_of_the_16_events_of_the_truth_table(DeployedLab lab) {
        Announced announced = Announced.created(lab, truthTable());
        Announced.At window = announced.at("ShopWindowQueueUrl");

        Fates fates = new Fates("the shop window", EXPECTED, AndOrCheck::isWanted, announced, window);
        requireOr(fates, window);
        requireCategory(fates, window);
        fates.requireExactly();
    }

    /** As it stands on the page: event 1 is a toy in the eu, event 16 has neither category nor region. */
    private static List<Goods> truthTable() {
        List<Goods> table = new ArrayList<>();
        for (String category : List.of("toys", "games", "rope", "")) {
            for (String region : List.of("eu", "uk", "test", "")) {
                Goods event = Goods.called("Event " + (table.size() + 1));
                event = category.isEmpty() ? event : event.with("category", category);
                table.add(region.isEmpty() ? event : event.with("region", region));
            }
        }
        return table;
    }

    private static void requireOr(Fates fates, Announced.At window) {
        if (!fates.delivered(one -> isShown(one) && isEu(one))) {
            return; // nothing gets through that meets both: AND is not what is wrong
        }
        boolean onlyBoth = window.delivered().stream().allMatch(one -> isShown(one) && isEu(one));
        for (Goods one : fates.announced().goods()) {
            if (onlyBoth && isWanted(one) && isShown(one) != isEu(one)) {
                throw Verdict.red(
                        "keys-are-and",
                        EXPECTED,
                        "%s had the %s but not the %s; both keys must match"
                                .formatted(
                                        one,
                                        isShown(one) ? "category" : "region",
                                        isShown(one) ? "region" : "category"));
            }
        }
    }

    private static void requireCategory(Fates fates, Announced.At window) {
        for (Goods one : fates.announced().goods()) {
            if (isEu(one)
                    && !one.says("category")
                    && window.delivered(one)
                    && !window.delivered().containsAll(fates.announced().goods())) {
                throw Verdict.red(
                        "no-category",
                        EXPECTED,
                        "%s has no category at all and was delivered: the region was enough".formatted(one));
            }
        }
    }

    private static boolean isWanted(Goods one) {
        return isShown(one) || isEu(one) && one.says("category");
    }

    private static boolean isShown(Goods one) {
        return SHOWN.contains(one.facts().getOrDefault("category", ""));
    }

    private static boolean isEu(Goods one) {
        return one.has("region", "eu");
    }
}
