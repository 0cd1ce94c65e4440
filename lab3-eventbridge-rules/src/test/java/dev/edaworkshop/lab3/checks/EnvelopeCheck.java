package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Has two products created that somebody has a standing order for, and follows each to its receipt. */
@Exercise("3.6")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnvelopeCheck {

    private static final List<String> STORY =
            List.of("product_created", "stock_reserved", "payment_taken", "receipt_sent");
    private static final List<String> FIELDS =
            List.of("event_id", "event_name", "source", "version", "correlation_id", "created_at");
    private static final String EVERYBODY = """
            {"source": [{"prefix": "shop."}]}""";
    private static final String[] FUNCTIONS = {"ReservationsFunction", "PaymentsFunction", "ReceiptsFunction"};

    @Test
    @Order(1)
    void four_events_of_one_story_say_so(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept(FUNCTIONS);
        BusProbe probe = lab.probeBus(harbour.bus(), EVERYBODY);

        lab.invoke(lab.output("CatalogueFunction"), create("p-chart", "charts"));
        lab.invoke(lab.output("CatalogueFunction"), create("p-lamp", "lamps"));
        lab.drain();

        List<Json> heard = probe.received().stream().map(Json::parse).toList();
        heard.forEach(EnvelopeCheck::requireShape);
        List<Json> chart = story("p-chart", heard);
        List<Json> lamp = story("p-lamp", heard);
        heard.forEach(EnvelopeCheck::requireRightNames);
        requireOwnIds(heard);
        requireUtc(heard);
        requireOrder(chart);
        requireOrder(lamp);
        requireOneStory(chart);
        requireOneStory(lamp);
        requireTwoStories(chart.getFirst(), lamp.getFirst());
    }

    @Test
    @Order(2)
    void a_reader_does_not_mind_metadata_that_it_does_not_know(DeployedLab lab) {
        Harbour harbour = new Harbour(lab);
        harbour.leaveAloneFunctionsExcept("ReservationsFunction");
        BusProbe probe = lab.probeBus(harbour.bus(), EVERYBODY);

        harbour.put("shop.catalogue", "product_created", """
                {"data": {"product_id": "p-lamp", "sku": "LAM-0001", "name": "Storm lantern", "category": "lamps",
                          "price": 39.00, "region": "eu"},
                 "metadata": {"event_id": "e-1", "event_name": "product_created", "source": "shop.catalogue",
                              "version": 1, "correlation_id": "story-1", "created_at": "2026-11-28T09:15:00Z",
                              "tenant": "pier-7", "trace": {"span": 7}}}""", null);
        lab.drain();

        boolean reserved = probe.received().stream().map(Json::parse).anyMatch(event -> event.text("/detail-type")
                .equals("stock_reserved"));
        if (!reserved) {
            throw Red.because(
                    "strict-reader",
                    "Reservations reads an event whose metadata say more than it knows",
                    "Two fields more in the metadata, and no stock was reserved");
        }
    }

    private static String create(String productId, String category) {
        return """
                {"command": "create", "product": {"product_id": "%1$s", "sku": "SKU-%1$s", "name": "Something new",
                 "category": "%2$s", "price": 39.00, "region": "eu"}}""".formatted(productId, category);
    }

    private static void requireShape(Json event) {
        Json metadata = event.at("/detail/metadata");
        List<String> missing =
                FIELDS.stream().filter(field -> !metadata.has("/" + field)).toList();
        if (!missing.isEmpty()) {
            throw Red.because(
                    "own-shape",
                    "the metadata of every event have the fields " + FIELDS,
                    "%s has metadata of a shape of its own: %s. Missing: %s"
                            .formatted(event.text("/detail-type"), metadata, missing));
        }
    }

    private static List<Json> story(String productId, List<Json> heard) {
        List<Json> story = new ArrayList<>();
        for (String name : STORY) {
            List<Json> events = heard.stream()
                    .filter(event -> event.text("/detail/data/product_id").equals(productId))
                    .filter(event -> event.text("/detail-type").equals(name))
                    .toList();
            if (events.size() != 1) {
                throw Red.because(
                        "story-ends",
                        "a new product with a standing order leads to " + STORY + ", once each",
                        "There are %d %s about %s".formatted(events.size(), name, productId));
            }
            story.add(events.getFirst());
        }
        return story;
    }

    private static void requireRightNames(Json event) {
        requireSame(event, "event_name", event.text("/detail-type"));
        requireSame(event, "source", event.text("/source"));
        if (!event.at("/detail/metadata/version").node().isInt()) {
            throw Red.because(
                    "misnamed",
                    "metadata.version is a whole number",
                    "%s says version %s".formatted(event.text("/detail-type"), event.at("/detail/metadata/version")));
        }
    }

    private static void requireSame(Json event, String field, String outside) {
        String inside = event.text("/detail/metadata/" + field);
        if (!inside.equals(outside)) {
            throw Red.because(
                    "misnamed",
                    "metadata.%s is the same word as on the outside of the event".formatted(field),
                    "Outside the event says `%s`, inside `%s`".formatted(outside, inside));
        }
    }

    private static void requireOwnIds(List<Json> heard) {
        Set<String> ids = new HashSet<>();
        for (Json event : heard) {
            if (!ids.add(event.text("/detail/metadata/event_id"))) {
                throw Red.because(
                        "same-id",
                        "every event has an event_id of its own",
                        "%s has the event_id of another event: whoever handles each event once would skip it"
                                .formatted(event.text("/detail-type")));
            }
        }
    }

    private static void requireUtc(List<Json> heard) {
        for (Json event : heard) {
            Json createdAt = event.at("/detail/metadata/created_at");
            if (!createdAt.node().isTextual() || !isUtc(createdAt.node().asText())) {
                throw Red.because(
                        "not-utc",
                        "created_at is a time in UTC, such as 2026-11-28T09:15:00Z",
                        "%s says %s. Which moment is that, for a reader on another shore?"
                                .formatted(event.text("/detail-type"), createdAt));
            }
        }
    }

    private static boolean isUtc(String time) {
        try {
            return OffsetDateTime.parse(time).getOffset().equals(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void requireOrder(List<Json> story) {
        Instant before = Instant.MIN;
        for (Json event : story) {
            Instant createdAt = OffsetDateTime.parse(event.text("/detail/metadata/created_at"))
                    .toInstant();
            if (createdAt.isBefore(before)) {
                throw Red.because(
                        "out-of-order",
                        "created_at never goes back along a story",
                        "%s was created at %s, before the event that it follows from (%s)"
                                .formatted(event.text("/detail-type"), createdAt, before));
            }
            before = createdAt;
        }
    }

    private static void requireOneStory(List<Json> story) {
        List<String> ids = story.stream().map(EnvelopeCheck::correlationId).toList();
        int different = new HashSet<>(ids).size();
        if (different == 1) {
            return;
        }
        String expected = "the %d events of one story share one correlation_id".formatted(story.size());
        if (correlationId(story.get(1)).equals(story.getFirst().text("/detail/metadata/event_id"))) {
            throw Red.because(
                    "cause-not-story",
                    expected,
                    "%d events, %d correlation ids: each names the event before it, so the story cannot be looked up by one id"
                            .formatted(story.size(), different));
        }
        throw Red.because(
                "new-correlation-id",
                expected,
                "%d events, %d correlation ids: copy it, do not create it".formatted(story.size(), different));
    }

    private static void requireTwoStories(Json chart, Json lamp) {
        if (correlationId(chart).equals(correlationId(lamp))) {
            throw Red.because(
                    "one-story-for-all",
                    "two products are two stories",
                    "Both stories have the correlation_id `%s`: which receipt belongs to which product?"
                            .formatted(correlationId(chart)));
        }
    }

    private static String correlationId(Json event) {
        return event.text("/detail/metadata/correlation_id");
    }
}
