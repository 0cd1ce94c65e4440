package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lets Inventory say what is sold out, in events that have no attributes at all. */
@Exercise("2.6")
class BodyScopeCheck {

    private static final String EXPECTED =
            "Purchasing hears when toys or games are sold out in the warehouse `north`, from events without attributes";
    private static final Goods BOAT =
            Goods.called("Wooden boat").with("category", "toys").with("warehouse", "north");
    private static final Goods ELSEWHERE =
            Goods.called("Tin crab").with("category", "toys").with("warehouse", "south");
    private static final Goods ROPE =
            Goods.called("Manila rope").with("category", "rope").with("warehouse", "north");

    @Test
    void toys_and_games_sold_out_in_the_north_reach_Purchasing_without_any_attribute(DeployedLab lab) {
        Announced announced = Announced.soldOut(lab, goods());
        Announced.At purchasing = announced.at("PurchasingQueueUrl");

        Fates fates = new Fates("Purchasing", EXPECTED, BodyScopeCheck::isWanted, announced, purchasing);
        requireBodyScope(purchasing);
        requireNestedPath(fates, purchasing);
        requireBothConditions(purchasing);
        fates.requireExactly();
    }

    private static List<Goods> goods() {
        return List.of(
                BOAT,
                Goods.called("Nine men's morris").with("category", "games").with("warehouse", "north"),
                ELSEWHERE,
                ROPE,
                Goods.called("Brass bell").with("category", "gifts").with("warehouse", "south"),
                Goods.called("Something that nobody has sorted").with("warehouse", "north"),
                Goods.called("A toy that lies nowhere").with("category", "toys"),
                Goods.called("A toy in a warehouse written North")
                        .with("category", "toys")
                        .with("warehouse", "North"),
                Goods.called("A rope with a note")
                        .with("category", "rope")
                        .with("warehouse", "north")
                        .with("note", "toys"));
    }

    private static void requireBodyScope(Announced.At purchasing) {
        String reason = purchasing.keptBackBecause(BOAT).orElse("");
        if (reason.contains("looks at attributes")) {
            throw Verdict.red(
                    "attribute-scope",
                    EXPECTED,
                    "Policy looks at attributes; this message has none. %s was kept back, like every other event of Inventory"
                            .formatted(BOAT));
        }
    }

    private static void requireNestedPath(Fates fates, Announced.At purchasing) {
        if (purchasing.delivered().isEmpty()
                && purchasing.keptBackBecause(BOAT).orElse("").contains("absent")) {
            throw fates.keptBack("wrong-path", BOAT);
        }
    }

    private static void requireBothConditions(Announced.At purchasing) {
        for (Goods half : List.of(ELSEWHERE, ROPE)) {
            if (purchasing.delivered(BOAT) && purchasing.delivered(half)) {
                throw Verdict.red(
                        "half-a-policy",
                        EXPECTED,
                        "%s was delivered to Purchasing, which is told that only half of it is right".formatted(half));
            }
        }
    }

    private static boolean isWanted(Goods one) {
        return (one.has("category", "toys") || one.has("category", "games")) && one.has("warehouse", "north");
    }
}
