package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Lets the catalogue say right and wrong things, replays what was said long ago, and says what nobody knows. */
@Exercise("3.7")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractCheck {

    private static final String CATALOGUE = "shop.catalogue";
    private static final String CREATED = "product_created";

    /** What breaks a contract: why, and how the importer of the back office would announce it. */
    private static final Map<String, String> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put("version 1 with a unit_price instead of its price", announce(CREATED, 1, """
                {"product_id": "p-9", "sku": "TOY-0009", "name": "Kite", "category": "toys", "unit_price": 9.90,
                 "currency": "EUR", "region": "eu"}"""));
        BROKEN.put("version 2 without its unit_price", announce(CREATED, 2, """
                {"product_id": "p-9", "sku": "TOY-0009", "name": "Kite", "category": "toys", "price": 9.90,
                 "currency": "EUR", "region": "eu"}"""));
        BROKEN.put("version 1 with a price that is text", announce(CREATED, 1, """
                {"product_id": "p-9", "sku": "TOY-0009", "name": "Kite", "category": "toys", "price": "9.90",
                 "region": "eu"}"""));
    }

    @Test
    @Order(1)
    void what_is_said_keeps_its_contract_and_what_nobody_knows_is_kept(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept();

        requirePromisesKept(harbour);
        requireUnknownKept(harbour);
    }

    private static void requirePromisesKept(Harbour harbour) {
        requireSaid(harbour, "its own product_created", """
                {"command": "create", "product": {"product_id": "p-0001", "sku": "TOY-0001", "name": "Wooden boat",
                 "category": "toys", "price": 24.90, "region": "eu"}}""", "refuses-itself");
        requirePromiseKept(Json.parse(harbour.published().getLast().payload()));
        requireOldOnesValid(harbour, 1);
        requireOldOnesValid(harbour, 2);
        requireSaid(harbour, "version 1 with a fact more", announce(CREATED, 1, """
                {"product_id": "p-9", "sku": "TOY-0009", "name": "Kite", "category": "toys", "price": 9.90,
                 "region": "eu", "wind": {"from": 2, "to": 5}}"""), "closed-contract");
        BROKEN.forEach((what, command) -> requireRefused(harbour, what, command));
    }

    @Test
    @Order(2)
    void what_was_said_long_ago_can_still_be_read(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept("PriceTagsFunction");
        for (Recorded event : Recorded.EVENTS) {
            harbour.say(CATALOGUE, CREATED, event.version(), event.data(), event.time());
            lab.drain();
            requireTag(lab, event, 1, "when it was said");
        }

        replay(harbour);

        List<String> printed = lab.printed(lab.output("PriceTagsFunction"));
        for (Recorded event : Recorded.EVENTS) {
            if (lab.handled(lab.output("PriceTagsFunction")).size() != 2 * Recorded.EVENTS.size()
                    || printed.stream().noneMatch(line -> line.contains(event.tag()))) {
                throw Red.because(
                        "no-tag",
                        "a replay of the archive prints the %d tags once more".formatted(Recorded.EVENTS.size()),
                        "After the replay the last tags were " + printed);
            }
        }
    }

    private static void requireUnknownKept(Harbour harbour) {
        String typo = harbour.say(CATALOGUE, "product_creatd", "{\"product_id\": \"p-1\"}");
        String stranger = harbour.say("shop.lighthouse", "ship_sighted", "{\"name\": \"Halcyon\"}");
        for (String name : List.of(
                CREATED,
                "product_price_changed",
                "product_deleted",
                "stock_reserved",
                "payment_taken",
                "receipt_sent")) {
            harbour.say(CATALOGUE, name, """
                    {"product_id": "p-1", "sku": "TOY-0001", "old_price": 24.90, "new_price": 19.90}""");
        }
        harbour.lab().drain();

        List<Json> caught = harbour.arrivals("CatchAllQueueUrl");
        String expected = "the catch-all queue has the events whose names are none of the shop's words, and no others";
        for (Json event : caught) {
            if (!List.of(typo, stranger).contains(event.id())) {
                throw Red.because(
                        "catches-too-much",
                        expected,
                        "%s is in the catch-all queue, and that is one of the shop's words"
                                .formatted(event.text("/detail-type")));
            }
        }
        requireCaught(typo, "product_creatd, a typing error of the catalogue,", caught, expected);
        requireCaught(stranger, "ship_sighted, said by shop.lighthouse,", caught, expected);
    }

    private static void requireCaught(String id, String what, List<Json> caught, String expected) {
        long times = caught.stream().filter(event -> event.id().equals(id)).count();
        if (times == 0) {
            throw Red.because("gone-without-a-word", expected, "%s is gone, and nobody will ever know".formatted(what));
        }
        if (times > 1) {
            throw Red.because("heard-twice", expected, "%s is there %d times".formatted(what, times));
        }
    }

    private static String announce(String eventName, int version, String data) {
        return """
                {"command": "announce", "event_name": "%s", "version": %d, "data": %s}""".formatted(eventName, version, data);
    }

    private static void requireSaid(Harbour harbour, String what, String command, String mistake) {
        int before = harbour.published().size();
        String answer = harbour.lab().invoke(harbour.lab().output("CatalogueFunction"), command);
        if (harbour.published().size() == before) {
            throw Red.because(
                    mistake, "the catalogue says " + what, "It does not say %s. It answers %s".formatted(what, answer));
        }
    }

    private static void requirePromiseKept(Json event) {
        int version = event.at("/detail/metadata/version").node().asInt(1);
        String promised = version == 1 ? "price" : "unit_price";
        if (!event.says("/detail/data/" + promised, new BigDecimal("24.90"))) {
            throw Red.because(
                    "broken-promise",
                    "product_created says what its version promises",
                    "It calls itself version %d, which promised a `%s`, and has none: whoever reads version %1$d stumbles"
                            .formatted(version, promised));
        }
    }

    private static void requireOldOnesValid(Harbour harbour, int version) {
        List<Recorded> events = Recorded.EVENTS.stream()
                .filter(event -> event.isVersion(version))
                .toList();
        List<String> refused = new ArrayList<>();
        for (Recorded event : events) {
            int before = harbour.published().size();
            String answer = harbour.lab()
                    .invoke(harbour.lab().output("CatalogueFunction"), announce(CREATED, version, event.data()));
            if (harbour.published().size() == before) {
                refused.add(answer);
            }
        }
        if (!refused.isEmpty()) {
            throw Red.because(
                    "v1-changed-in-place",
                    "what was once right stays right: all %d recorded v%d events keep the contract of version %2$d"
                            .formatted(events.size(), version),
                    "%d recorded v%d events no longer parse: %s"
                            .formatted(refused.size(), version, refused.getFirst()));
        }
    }

    private static void requireRefused(Harbour harbour, String what, String command) {
        int before = harbour.published().size();
        harbour.lab().lambda().invoke(request -> request.functionName(
                        harbour.lab().output("CatalogueFunction"))
                .payload(software.amazon.awssdk.core.SdkBytes.fromUtf8String(command)));
        List<Hop> published = harbour.published();
        if (published.size() > before) {
            throw Red.because(
                    "published-anyway",
                    "what breaks a contract is refused before anybody hears it",
                    "product_created, %s, is out on the bus".formatted(what));
        }
    }

    private static void requireTag(DeployedLab lab, Recorded event, int times, String when) {
        List<String> printed = lab.printed(lab.output("PriceTagsFunction"));
        long tags = printed.stream().filter(line -> line.contains(event.tag())).count();
        if (tags != times) {
            throw Red.because(
                    "no-tag",
                    "the price tags read version %d of product_created".formatted(event.version()),
                    "Version %d of product_created, %s: no tag says `%s`. The last tags were %s"
                            .formatted(event.version(), when, event.tag(), printed));
        }
    }

    private static void replay(Harbour harbour) {
        DeployedLab lab = harbour.lab();
        lab.events().startReplay(request -> request.replayName("as-it-was")
                .eventSourceArn(lab.output("ArchiveArn"))
                .eventStartTime(Recorded.EVENTS.getFirst().time())
                .eventEndTime(Recorded.EVENTS.getLast().time().plus(Duration.ofMinutes(1)))
                .destination(to -> to.arn(busArn(harbour)).filterArns(lab.output("NewProductsRuleArn"))));
        lab.drain();
    }

    private static String busArn(Harbour harbour) {
        return harbour.lab()
                .events()
                .describeEventBus(request -> request.name(harbour.bus()))
                .arn();
    }
}
