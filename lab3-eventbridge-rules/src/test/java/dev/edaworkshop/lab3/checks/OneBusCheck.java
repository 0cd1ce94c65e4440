package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Has the catalogue speak three times, lets others speak as well, and looks into the audit queue. */
@Exercise("3.1")
class OneBusCheck {

    private static final String CATALOGUE = "shop.catalogue";
    private static final String DEFAULT = "default";

    @Test
    void the_audit_trail_has_what_the_catalogue_says_and_nothing_else(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept();
        for (String command : List.of("create", "change-price", "delete")) {
            lab.invoke(lab.output("CatalogueFunction"), command(command));
        }
        List<Hop> spoken = harbour.published();
        harbour.say("shop.payments", "payment_taken", """
                {"order_id": "so-1", "product_id": "p-0001", "amount": 5.00}""");
        harbour.say("shop.notifications", "receipt_sent", """
                {"order_id": "so-1", "product_id": "p-0001"}""");
        lab.drain();

        requireOwnBus(harbour, spoken);
        requireOnePublisher(spoken);
        List<Json> trail = harbour.arrivals("AuditQueueUrl");
        requireNobodyElse(trail);
        requireAllOfIt(harbour, spoken, trail);
    }

    private static String command(String command) {
        return """
                {"command": "%s", "new_price": 19.90, "product": {"product_id": "p-0001", "sku": "TOY-0001",
                 "name": "Wooden boat", "category": "toys", "price": 24.90, "region": "eu"}}""".formatted(command);
    }

    private static void requireOwnBus(Harbour harbour, List<Hop> spoken) {
        if (harbour.bus().equals(DEFAULT)) {
            throw Red.because(
                    "on-the-default-bus",
                    "the shop talks on a bus of its own",
                    "%d events of the catalogue went to the bus `default`. AWS itself talks on that one, and everybody else in the account"
                            .formatted(spoken.size()));
        }
        List<String> strayed = spoken.stream()
                .map(hop -> Harbour.busName(hop.to()))
                .filter(bus -> !bus.equals(harbour.bus()))
                .toList();
        if (!strayed.isEmpty()) {
            throw Red.because(
                    "wrong-bus",
                    "the catalogue speaks on `%s`".formatted(harbour.bus()),
                    "%d events arrived on `%s`, where nobody of the shop listens"
                            .formatted(strayed.size(), strayed.getFirst()));
        }
    }

    private static void requireOnePublisher(List<Hop> spoken) {
        for (Hop hop : spoken) {
            Json event = Json.parse(hop.payload());
            if (!event.text("/source").equals(CATALOGUE)) {
                throw Red.because(
                        "signed-by-another",
                        "whatever is said about products is signed `shop.catalogue`",
                        "%s is signed `%s`. One event, one publisher: who listens for the catalogue does not know that name"
                                .formatted(event.text("/detail-type"), event.text("/source")));
            }
        }
    }

    private static void requireNobodyElse(List<Json> trail) {
        trail.stream()
                .filter(event -> !event.text("/source").equals(CATALOGUE))
                .findFirst()
                .ifPresent(event -> {
                    throw Red.because(
                            "hears-others-too",
                            "the audit queue has events of shop.catalogue and no others",
                            "%s is in the audit queue: the catalogue did not say it, %s did"
                                    .formatted(event.text("/detail-type"), event.text("/source")));
                });
    }

    private static void requireAllOfIt(Harbour harbour, List<Hop> spoken, List<Json> trail) {
        List<String> kept = trail.stream().map(Json::id).toList();
        for (Hop hop : spoken) {
            long times = kept.stream().filter(hop.eventId()::equals).count();
            String name = Json.parse(hop.payload()).text("/detail-type");
            if (times > 1) {
                throw Red.because(
                        "kept-twice",
                        "the audit queue has each event once",
                        "%s is in the audit queue %d times. How many rules bring it there?".formatted(name, times));
            }
            if (times == 0 && !trail.isEmpty()) {
                throw Red.because(
                        "only-some-of-it",
                        "the audit queue has whatever the catalogue says",
                        "%s is not in the trail, other events of the catalogue are".formatted(name));
            }
        }
        if (!trail.isEmpty()) {
            return;
        }
        // A rule on the default bus with this target: the check says the same there, and looks again.
        boolean onDefault = heardOnTheDefaultBus(harbour);
        if (onDefault) {
            throw Red.because(
                    "wrong-bus",
                    "a rule on `%s` brings the catalogue's events to the audit queue".formatted(harbour.bus()),
                    "%d events arrived on `%s`; your rule listens on `default`"
                            .formatted(spoken.size(), harbour.bus()));
        }
        throw Red.because(
                "nobody-listens",
                "the %d events of the catalogue reach the audit queue".formatted(spoken.size()),
                "None of the %d events that the catalogue said on `%s` reached the audit queue"
                        .formatted(spoken.size(), harbour.bus()));
    }

    private static boolean heardOnTheDefaultBus(Harbour harbour) {
        harbour.lab()
                .events()
                .putEvents(request -> request.entries(PutEventsRequestEntry.builder()
                        .source(CATALOGUE)
                        .detailType("product_deleted")
                        .detail("{\"data\": {}, \"metadata\": {}}")
                        .build()));
        harbour.lab().drain();
        return !harbour.arrivals("AuditQueueUrl").isEmpty();
    }
}
