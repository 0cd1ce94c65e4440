package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Announces goods at the boundaries, first itself and as it should be done, then through the catalogue. */
@Exercise("2.4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NumericCheck {

    private static final String EXPECTED =
            "the insurance desk hears of goods from 100 euros up to, not including, 500, and of vouchers at 25";
    private static final BigDecimal FROM = new BigDecimal("100");
    private static final BigDecimal BELOW = new BigDecimal("500");
    private static final BigDecimal VOUCHER = new BigDecimal("25");
    private static final List<String> BOUNDARIES = List.of("100", "499.99", "99.99", "500");

    @Test
    @Order(1)
    void the_insurance_desk_asks_for_the_right_prices(DeployedLab lab) {
        Announced announced = Announced.created(lab, goods());
        Announced.At desk = announced.at("InsuranceDeskQueueUrl");

        Fates fates = new Fates("the insurance desk", EXPECTED, NumericCheck::isWanted, announced, desk);
        requireSomethingKeptBack(announced, desk);
        requireBoundaries(fates, desk);
        requireVouchers(fates, desk);
        fates.requireExactly();
    }

    @Test
    @Order(2)
    void the_catalogue_says_prices_that_can_be_compared(DeployedLab lab) {
        String desk = lab.queue(lab.output("InsuranceDeskQueueUrl")).arn();

        for (String price : BOUNDARIES) {
            lab.invoke(lab.output("CatalogueFunction"), createCommand(lab, price));
        }
        lab.drain();

        for (String price : BOUNDARIES) {
            requireFate(price, isWanted(new BigDecimal(price)), hops(lab, desk, price));
        }
    }

    private static List<Goods> goods() {
        return Stream.of(
                        "100", "499.99", "99.99", "500", "3.015e2", "25", "25.00", "2.5e1", "24.99", "25.01", "300",
                        "100.00", "0", "5000", "1e2", "5e2", "-100")
                .map(price -> Goods.called("Something for " + price).with("price", price))
                .toList();
    }

    private static void requireSomethingKeptBack(Announced announced, Announced.At desk) {
        int all = announced.goods().size();
        if (desk.delivered().size() == all) {
            throw Verdict.red(
                    "no-filter",
                    EXPECTED,
                    "All %d events were delivered to the insurance desk, whatever the price".formatted(all));
        }
    }

    private static void requireBoundaries(Fates fates, Announced.At desk) {
        if (!fates.delivered(one -> one.has("price", "300"))) {
            return; // there is no range yet whose ends could be wrong
        }
        for (Goods one : fates.announced().goods()) {
            if (BOUNDARIES.contains(one.facts().get("price")) && desk.delivered(one) != isWanted(one)) {
                throw Verdict.red(
                        "boundary",
                        EXPECTED,
                        "%s was %s: is that end of the range in, or out?"
                                .formatted(one, desk.delivered(one) ? "delivered" : "kept back"));
            }
        }
    }

    private static void requireVouchers(Fates fates, Announced.At desk) {
        for (Goods one : fates.announced().goods()) {
            if (price(one).compareTo(VOUCHER) == 0 && !desk.delivered(one)) {
                throw fates.keptBack("voucher", one);
            }
        }
    }

    private static void requireFate(String price, boolean wanted, List<Hop> hops) {
        boolean delivered = hops.stream().anyMatch(hop -> hop.kind() == Kind.DELIVERED);
        if (delivered == wanted) {
            return;
        }
        String reason = hops.stream()
                .filter(hop -> hop.kind() == Kind.FILTERED)
                .map(Hop::reason)
                .findFirst()
                .orElse("");
        boolean text = reason.contains("type String");
        throw Verdict.red(
                text ? "text-price" : "attribute",
                "what the catalogue creates for %s euros is %s the insurance desk"
                        .formatted(price, wanted ? "delivered to" : "kept back from"),
                delivered
                        ? "It was delivered. What does the catalogue say as attribute `price`?"
                        : "It was kept back: " + reason);
    }

    /** What became of the one product that was created for this price. */
    private static List<Hop> hops(DeployedLab lab, String queueArn, String price) {
        List<String> ids = lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.PUBLISHED && hop.to().equals(lab.output("ProductCreatedTopicArn")))
                .filter(hop -> hop.payload().contains("\"%s\"".formatted(productId(price))))
                .map(Hop::eventId)
                .toList();
        return lab.journal().stream()
                .filter(hop -> hop.to().equals(queueArn) && ids.contains(hop.eventId()))
                .toList();
    }

    private static String createCommand(DeployedLab lab, String price) {
        return """
            {"command": "create", "source": "%s", "product": {"product_id": "%s", "sku": "INS-0001",
             "name": "Something for %s", "category": "lamps", "price": %3$s, "region": "eu"}}\
            """.formatted(lab.source(), productId(price), price);
    }

    private static String productId(String price) {
        return "p-at-" + price;
    }

    private static boolean isWanted(Goods one) {
        return isWanted(price(one));
    }

    private static boolean isWanted(BigDecimal price) {
        return price.compareTo(FROM) >= 0 && price.compareTo(BELOW) < 0 || price.compareTo(VOUCHER) == 0;
    }

    private static BigDecimal price(Goods one) {
        return new BigDecimal(one.facts().get("price"));
    }
}
