package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Fault;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Cuts the wholesalers off, for an hour and then for more than a day, and looks at all three targets. */
@Exercise("3.5")
class TargetsCheck {

    private static final BigDecimal NEW_PRICE = new BigDecimal("19.90");
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);

    @Test
    void a_target_that_is_away_harms_nobody_and_loses_nothing(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept("PriceTagsFunction");
        String wholesalers = lab.queue(lab.output("WholesalersQueueUrl")).arn();

        String awayForAnHour;
        try (Fault _ = lab.cutOff(wholesalers)) {
            awayForAnHour = sayNewPrice(harbour);
            lab.drain(Duration.ofHours(1));
        }
        lab.drain(MORE_THAN_A_DAY);
        String awayForADay;
        try (Fault _ = lab.cutOff(wholesalers)) {
            awayForADay = sayNewPrice(harbour);
            lab.drain(MORE_THAN_A_DAY);
        }

        requireTriedAgain(harbour, awayForAnHour);
        requirePutAside(harbour, awayForADay);
        requireTags(lab, List.of(awayForAnHour, awayForADay));
        requireSignboard(harbour);
    }

    private static String sayNewPrice(Harbour harbour) {
        return harbour.say("shop.catalogue", "product_price_changed", """
                {"product_id": "p-0001", "sku": "TOY-0001", "old_price": 24.90, "new_price": %s}""".formatted(NEW_PRICE));
    }

    private static void requireTriedAgain(Harbour harbour, String event) {
        long arrived = harbour.arrivals("WholesalersQueueUrl").stream()
                .filter(arrival -> arrival.id().equals(event))
                .count();
        if (arrived == 1) {
            return;
        }
        String expected = "when the wholesalers have been away for an hour, they get the new price afterwards, once";
        if (arrived > 1) {
            throw Red.because("heard-twice", expected, "They got it %d times".formatted(arrived));
        }
        Optional<Hop> end = ending(harbour, event);
        throw Red.because(
                "gives-up-early",
                expected,
                end.isEmpty()
                        ? "They never got it"
                        : "They never got it: EventBridge gave up after %s, and may try for 24 hours"
                                .formatted(inWords(since(harbour, event, end.get()))));
    }

    private static void requirePutAside(Harbour harbour, String event) {
        String expected =
                "when the wholesalers stay away for more than a day, the new price lies in a dead-letter queue";
        Optional<Hop> end = ending(harbour, event);
        if (end.isEmpty()) {
            throw Red.because("no-dlq", expected, "The new price is nowhere");
        }
        if (end.get().kind() == Kind.LOST) {
            throw Red.because(
                    "no-dlq",
                    expected,
                    "Delivery to the wholesalers was abandoned at virtual +%s and the event is gone"
                            .formatted(inWords(since(harbour, event, end.get()))));
        }
        String queue = end.get().to();
        String url = harbour.lab()
                .sqs()
                .getQueueUrl(request -> request.queueName(queue.substring(queue.lastIndexOf(':') + 1)))
                .queueUrl();
        List<Message> aside = harbour.messages(url).stream()
                .filter(message -> Json.parse(message.body()).id().equals(event))
                .filter(message -> message.messageAttributes().containsKey("ERROR_CODE"))
                .toList();
        if (aside.size() != 1) {
            throw Red.because(
                    "no-dlq",
                    expected,
                    "The dead-letter queue %s has the event %d times".formatted(queue, aside.size()));
        }
    }

    /** Where the event ended instead of at the wholesalers. */
    private static Optional<Hop> ending(Harbour harbour, String event) {
        return harbour.lab().journal().stream()
                .filter(hop -> hop.eventId().equals(event))
                .filter(hop -> Set.of(Kind.LOST, Kind.DEAD_LETTERED).contains(hop.kind()))
                .findFirst();
    }

    private static Duration since(Harbour harbour, String event, Hop end) {
        Hop published = harbour.lab().journal().stream()
                .filter(hop -> hop.eventId().equals(event) && hop.kind() == Kind.PUBLISHED)
                .findFirst()
                .orElseThrow();
        return Duration.between(published.time(), end.time());
    }

    private static String inWords(Duration duration) {
        long hours = Math.round(duration.toSeconds() / 3600.0);
        return hours > 0 ? hours + " h" : duration.toSeconds() + " s";
    }

    private static void requireTags(DeployedLab lab, List<String> events) {
        List<String> handled = lab.handled(lab.output("PriceTagsFunction")).stream()
                .map(DeployedLab.Handled::eventId)
                .filter(events::contains)
                .toList();
        if (!handled.equals(events)) {
            throw Red.because(
                    "tags-suffer",
                    "a tag is printed for each of the %d new prices, whatever happens to the wholesalers"
                            .formatted(events.size()),
                    "%d tags were printed".formatted(handled.size()));
        }
    }

    private static void requireSignboard(Harbour harbour) {
        List<Json> shown = harbour.arrivals("SignboardQueueUrl");
        String expected =
                "the signboard gets {\"sku\": \"TOY-0001\", \"price\": %s, \"currency\": \"EUR\"}".formatted(NEW_PRICE);
        if (shown.size() != 2) {
            throw Red.because(
                    "signboard-suffers",
                    expected + " for each of 2 new prices, whatever happens to the wholesalers",
                    "It got %d messages".formatted(shown.size()));
        }
        for (Json message : shown) {
            if (message.has("/detail-type") || message.has("/data")) {
                throw Red.because(
                        "not-transformed", expected, "It got the event as it was said, and cannot read it: " + message);
            }
            if (!message.text("/sku").equals("TOY-0001")) {
                throw Red.because(
                        "empty-field",
                        expected,
                        "It got %s. A path that leads nowhere is filled with nothing".formatted(message));
            }
            if (!message.says("/price", NEW_PRICE)
                    || !message.text("/currency").equals("EUR")
                    || message.fields().size() != 3) {
                throw Red.because("wrong-shape", expected, "It got %s".formatted(message));
            }
        }
    }
}
