package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Announces goods in regions real, tried out, just opened and missing. */
@Exercise("2.3")
class AnythingButCheck {

    private static final String EXPECTED =
            "Payments hears of goods in every region but `test`, and of none that has no region";
    private static final Goods TEST = Goods.called("A test anchor").with("region", "test");
    private static final Goods NO_REGION = Goods.called("An anchor without a region");
    private static final Goods KNOWN = Goods.called("A brass bell").with("region", "eu");
    private static final Goods JUST_OPENED =
            Goods.called("A sledge for the region that has just been opened").with("region", "fjord");
    private static final Goods NEARLY =
            Goods.called("A net for the village of Testhaven").with("region", "testhaven");

    @Test
    void every_region_but_test_reaches_Payments(DeployedLab lab) {
        Announced announced = Announced.created(lab, goods());
        Announced.At payments = announced.at("PaymentsQueueUrl");

        Fates fates = new Fates("Payments", EXPECTED, AnythingButCheck::isWanted, announced, payments);
        requireNoTestTraffic(payments);
        requireNothingWithoutRegion(payments);
        requireNewRegions(fates, payments);
        requireWholeValue(fates, payments);
        fates.requireExactly();
    }

    private static List<Goods> goods() {
        return List.of(
                KNOWN,
                TEST,
                Goods.called("A rope for the islands").with("region", "uk"),
                Goods.called("A second test anchor").with("region", "test").with("category", "eu"),
                NO_REGION,
                JUST_OPENED,
                Goods.called("An oilskin for the region Test").with("region", "Test"),
                NEARLY,
                Goods.called("A thing that has only a category").with("category", "test"));
    }

    private static void requireNoTestTraffic(Announced.At payments) {
        if (payments.delivered(TEST)) {
            throw Verdict.red(
                    "test-traffic",
                    EXPECTED,
                    "%s reached Payments; somebody will be charged for what does not exist".formatted(TEST));
        }
    }

    private static void requireNothingWithoutRegion(Announced.At payments) {
        if (payments.delivered(NO_REGION)) {
            throw Verdict.red(
                    "no-region",
                    EXPECTED,
                    "%s reached Payments. An attribute that is missing is not \"anything but\": no attribute, no match. Who let it in?"
                            .formatted(NO_REGION));
        }
    }

    private static void requireNewRegions(Fates fates, Announced.At payments) {
        if (payments.delivered(KNOWN) && !payments.delivered(JUST_OPENED)) {
            throw fates.keptBack("list-of-today", JUST_OPENED);
        }
    }

    private static void requireWholeValue(Fates fates, Announced.At payments) {
        if (payments.delivered(JUST_OPENED) && !payments.delivered(NEARLY)) {
            throw fates.keptBack("too-wide", NEARLY);
        }
    }

    private static boolean isWanted(Goods one) {
        return one.says("region") && !one.has("region", "test");
    }
}
