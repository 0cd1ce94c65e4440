package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Announces toys that were there last summer, toys that have just been invented, and things that look like toys. */
@Exercise("2.2")
class PrefixCheck {

    private static final String EXPECTED =
            "whatever has an article number that starts with `TOY-` goes to the toy maker";
    private static final Goods LAST_SUMMER = Goods.called("Wooden boat").with("sku", "TOY-0001");
    private static final Goods JUST_INVENTED =
            Goods.called("Tin crab, just invented").with("sku", "TOY-9417");
    private static final List<Goods> WITH_SIGNS = List.of(
            Goods.called("A kite with a star").with("sku", "TOY-*"),
            Goods.called("A kite with a dot and a star").with("sku", "TOY-.*"),
            Goods.called("A kite with a question mark").with("sku", "TOY-????"));
    private static final Goods NEARLY = Goods.called("A second-hand toy").with("sku", "TOYS-0001");

    @Test
    void article_numbers_that_start_with_TOY_and_a_hyphen_go_to_the_toy_maker(DeployedLab lab) {
        Announced announced = Announced.created(lab, goods());
        Announced.At toyMaker = announced.at("ToyMakerQueueUrl");

        Fates fates = new Fates("the toy maker", EXPECTED, PrefixCheck::isWanted, announced, toyMaker);
        requireNoLiteralSigns(fates, toyMaker);
        requireTheNew(fates, toyMaker);
        requireTheHyphen(toyMaker);
        fates.requireExactly();
    }

    private static List<Goods> goods() {
        return List.of(
                LAST_SUMMER,
                Goods.called("Wooden tugboat").with("sku", "TOY-0002"),
                Goods.called("Tin lighthouse").with("sku", "TOY-0003"),
                JUST_INVENTED,
                Goods.called("A whistle without a number").with("sku", "TOY-"),
                WITH_SIGNS.get(0),
                WITH_SIGNS.get(1),
                WITH_SIGNS.get(2),
                NEARLY,
                Goods.called("A rope").with("sku", "ROP-0001"),
                Goods.called("A toy in small letters").with("sku", "toy-0001"),
                Goods.called("Something in the middle").with("sku", "OLD-TOY-0001"),
                Goods.called("A thing without an article number"));
    }

    private static void requireNoLiteralSigns(Fates fates, Announced.At toyMaker) {
        for (Goods sign : WITH_SIGNS) {
            if (toyMaker.delivered(sign) && !toyMaker.delivered(JUST_INVENTED) && !toyMaker.delivered(LAST_SUMMER)) {
                throw Verdict.red(
                        "compared-literally",
                        EXPECTED,
                        "`%s` was compared literally: %s was delivered, %s was not"
                                .formatted(sign.facts().get("sku"), sign, JUST_INVENTED));
            }
        }
    }

    private static void requireTheNew(Fates fates, Announced.At toyMaker) {
        if (toyMaker.delivered(LAST_SUMMER) && !toyMaker.delivered(JUST_INVENTED)) {
            throw fates.keptBack("list-of-today", JUST_INVENTED);
        }
    }

    private static void requireTheHyphen(Announced.At toyMaker) {
        if (toyMaker.delivered(NEARLY) && toyMaker.delivered(JUST_INVENTED)) {
            throw Verdict.red(
                    "too-short",
                    EXPECTED,
                    "%s was delivered to the toy maker: it starts with `TOY`, and not with `TOY-`".formatted(NEARLY));
        }
    }

    private static boolean isWanted(Goods one) {
        return one.facts().getOrDefault("sku", "").startsWith("TOY-");
    }
}
