package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.journal.Hop;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFeedTest {
    private final SampleShop shop = SampleShop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_page_that_lost_its_connection_gets_what_it_missed_once() throws IOException {
        String seen;
        try (FeedClient page = new FeedClient(shop.endpoint(), "")) {
            page.next();
            publish(1);
            page.until(lastHop());
            seen = page.lastId();
        }
        long before = lastHop();
        publish(3);

        try (FeedClient again = new FeedClient(shop.endpoint(), seen)) {
            assertThat(again.next().path("resumed").asBoolean()).isTrue();
            assertThat(numbers(again.until(lastHop())))
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, lastHop())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void a_page_of_another_run_begins_anew() throws IOException {
        publish(2);

        try (FeedClient page = new FeedClient(shop.endpoint(), "a-run-that-has-ended/1")) {
            JsonNode hello = page.next();

            assertThat(hello.path("resumed").asBoolean()).isFalse();
            assertThat(hello.path("run").asText()).isNotEmpty();
            assertThat(page.lastId()).endsWith("/" + lastHop());
        }
    }

    @Test
    void of_many_hops_it_tells_some_and_counts_all() throws IOException {
        String seen;
        try (FeedClient page = new FeedClient(shop.endpoint(), "")) {
            page.next();
            seen = page.lastId();
        }
        publish(1000);

        try (FeedClient again = new FeedClient(shop.endpoint(), seen)) {
            JsonNode hello = again.next();
            JsonNode frame = again.next();

            assertThat(numbers(List.of(frame)))
                    .hasSizeBetween(1, 200)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(frame.path("hops").size() + frame.path("omitted").asLong())
                    .isEqualTo(lastHop())
                    .isEqualTo(4000);
            assertThat(counts(List.of(hello)))
                    .containsEntry(way("DELIVERED", shop.topicArn(), "Inventory"), 1000L)
                    .containsEntry(way("FILTERED", shop.topicArn(), "PriceHistory"), 500L)
                    .containsEntry(way("DELIVERED", shop.topicArn(), "PriceHistory"), 500L);
        }
    }

    @Test
    void a_rule_counts_an_event_once_whatever_becomes_of_it() throws IOException {
        try (FeedClient page = new FeedClient(shop.endpoint(), "")) {
            page.next();
            shop.put(shop.busArn("harbour"), "shop.payments", "payment_taken", "{\"data\": {\"amount\": 150}}");
            shop.put(shop.busArn("harbour"), "shop.payments", "payment_taken", "{\"data\": {\"amount\": 15}}");

            Map<String, Long> counts = counts(page.until(lastHop()));

            String bus = shop.busArn("harbour");
            String rule = bus.replace(":event-bus/", ":rule/");
            assertThat(counts)
                    .containsEntry("DELIVERED %s %s/receipts".formatted(bus, rule), 2L)
                    .containsEntry("DELIVERED %s %s/big-orders".formatted(bus, rule), 1L)
                    .containsEntry("FILTERED %s %s/big-orders".formatted(bus, rule), 1L);
        }
    }

    @Test
    void tells_when_something_is_deployed_and_how_much_waits() throws IOException {
        try (FeedClient page = new FeedClient(shop.endpoint(), "")) {
            page.next();
            String before = page.next().path("graph").asText();
            String arn = shop.queue("Catalogue").arn();

            JsonNode frame = page.next();

            assertThat(frame.path("graph").asText()).isNotEmpty().isNotEqualTo(before);
            assertThat(frame.path("stations").path(arn).path("visible").asInt(-1))
                    .isZero();
        }
    }

    private void publish(int events) {
        for (int i = 0; i < events; i++) {
            shop.publish(shop.topicArn(), "{\"change\": \"%s\"}".formatted(i % 2 == 0 ? "REPRICED" : "RENAMED"));
        }
    }

    private long lastHop() {
        return shop.account().journal().hops().stream()
                .mapToLong(Hop::number)
                .max()
                .orElse(0);
    }

    private String way(String kind, String from, String queue) {
        return "%s %s %s"
                .formatted(
                        kind,
                        from,
                        shop.account().queues().all().stream()
                                .filter(one -> one.name().equals(queue))
                                .findFirst()
                                .orElseThrow()
                                .arn());
    }

    private static List<Long> numbers(List<JsonNode> frames) {
        return frames.stream()
                .flatMap(frame -> frame.path("hops").findValues("number").stream())
                .map(JsonNode::asLong)
                .toList();
    }

    /** The last total of each way. */
    private static Map<String, Long> counts(List<JsonNode> frames) {
        Map<String, Long> counts = new HashMap<>();
        frames.forEach(frame -> frame.path("counts")
                .forEach(count -> counts.put(
                        "%s %s %s"
                                .formatted(
                                        count.get(2).asText(),
                                        count.get(0).asText(),
                                        count.get(1).asText()),
                        count.get(3).asLong())));
        return counts;
    }
}
