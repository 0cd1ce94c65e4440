package dev.edaworkshop.cli.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:created";
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/harbour";
    private static final String QUEUE = "http://127.0.0.1:4566/000000000000/worker";
    private static final Map<String, String> OUTPUTS = Map.of(
            "ProductCreatedTopicArn",
            TOPIC,
            "ProductDeletedTopicArn",
            TOPIC + "2",
            "WorkerQueueUrl",
            QUEUE,
            "CatalogueFunction",
            "catalogue");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"a\":1}\n{\"a\":2}\n", "[{\"a\":1},{\"a\":2}]", "{\"a\":1}{\"a\":2}"})
    void reads_events_however_they_are_written(String text) {
        assertThat(JsonLines.read("-", input(text)))
                .extracting(JsonNode::toString)
                .containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void says_where_a_file_is_no_json() {
        assertThatThrownBy(() -> JsonLines.read("-", input("{\"a\":1}\n{a}")))
                .hasMessageContaining("The input is not JSON.")
                .hasMessageContaining("(line 2, column 2)");
    }

    @Test
    void the_same_seed_makes_the_same_event() {
        ShopEvent one = ShopEvent.of("product_price_changed", List.of(), new Random(7), Instant.EPOCH);
        ShopEvent same = ShopEvent.of("product_price_changed", List.of(), new Random(7), Instant.EPOCH);
        ShopEvent other = ShopEvent.of("product_price_changed", List.of(), new Random(8), Instant.EPOCH);

        assertThat(one).isEqualTo(same).isNotEqualTo(other);
        assertThat(one.body())
                .contains("\"old_price\"", "\"sku\"", "\"category\"", "\"event_name\":\"product_price_changed\"");
        assertThat(one.with(Map.of("region", "uk")).attributes())
                .containsEntry("region", "uk")
                .containsEntry("event_name", "product_price_changed");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "'', product_created, arn:aws:sns:us-east-1:000000000000:created",
        "worker, product_created, http://127.0.0.1:4566/000000000000/worker",
        "ProductDeleted, product_created, arn:aws:sns:us-east-1:000000000000:created2",
        "arn:aws:sns:us-east-1:000000000000:other, product_created, arn:aws:sns:us-east-1:000000000000:other",
    })
    void finds_where_to_send(String asked, String event, String address) {
        assertThat(Target.choose(asked, event, OUTPUTS).address()).isEqualTo(address);
    }

    @Test
    void an_event_without_a_topic_goes_to_the_only_bus() {
        assertThat(Target.choose("", "product_created", Map.of("HarbourBusArn", BUS)))
                .isEqualTo(new Target.Bus(BUS));
        assertThat(Target.choose("", "product_created", Map.of("BusName", "lab3-harbour")))
                .isEqualTo(new Target.Bus("lab3-harbour"));
        assertThat(Target.choose("BusName", "product_created", Map.of("BusName", "lab3-harbour")))
                .isEqualTo(new Target.Bus("lab3-harbour"));
    }

    @Test
    void names_the_choice_if_it_is_not_clear() {
        assertThatThrownBy(() -> Target.choose("product", "product_created", OUTPUTS))
                .hasMessageContaining("More than one topic, queue or bus of the running lab is meant by “product”.")
                .hasMessageContaining("ProductCreatedTopicArn, ProductDeletedTopicArn, WorkerQueueUrl");
        assertThatThrownBy(() -> Target.choose("", "product_renamed", OUTPUTS)).hasMessageContaining("Nothing");
    }

    @Test
    void tries_a_policy_on_envelopes_and_on_plain_objects() throws Exception {
        var policy = FilterPolicy.parse("{\"price\":[{\"numeric\":[\">\",5]}]}", FilterPolicy.Scope.MESSAGE_ATTRIBUTES);
        Trial trial = Trial.of(policy);

        assertThat(trial.whyNot(json("{\"price\": 6}"))).isEmpty();
        assertThat(trial.whyNot(json("{\"price\": \"6\"}"))).contains("`price` has type String; numeric needs Number");
        assertThat(
                        trial.whyNot(
                                json(
                                        "{\"Message\":\"{}\",\"MessageAttributes\":{\"price\":{\"Type\":\"Number\",\"Value\":\"6\"}}}")))
                .isEmpty();
    }

    @Test
    void takes_each_event_of_a_journal_once_with_its_attributes_if_known() {
        Journal journal = new Journal(() -> Instant.EPOCH);
        journal.hop(Hop.Kind.PUBLISHED).event("1").carrying("{\"a\":1}").record();
        journal.hop(Hop.Kind.DELIVERED)
                .event("1")
                .carrying("{\"Type\":\"Notification\",\"Message\":\"{}\"}")
                .record();
        journal.hop(Hop.Kind.PUBLISHED).event("2").carrying("{\"a\":2}").record();
        journal.hop(Hop.Kind.PUBLISHED).event("3").carrying("text").record();

        assertThat(PublishedEvents.in(journal.hops()))
                .extracting(JsonNode::toString)
                .containsExactly("{\"Type\":\"Notification\",\"Message\":\"{}\"}", "{\"a\":2}");
    }

    @Test
    void takes_a_message_with_its_attributes_also_if_nobody_received_it() {
        Journal journal = new Journal(() -> Instant.EPOCH);
        journal.hop(Hop.Kind.PUBLISHED)
                .event("1")
                .to("a topic")
                .carrying("no JSON")
                .withAttributes("{\"change\":{\"Type\":\"String\",\"Value\":\"RENAMED\"}}")
                .record();

        assertThat(PublishedEvents.published(journal.hops())).singleElement().satisfies(event -> {
            assertThat(event.to()).isEqualTo("a topic");
            assertThat(event.event().toString())
                    .isEqualTo("{\"Message\":\"no JSON\","
                            + "\"MessageAttributes\":{\"change\":{\"Type\":\"String\",\"Value\":\"RENAMED\"}}}");
        });
    }

    @Test
    void puts_facts_and_metadata_apart_for_a_bus() throws Exception {
        ShopEvent event = ShopEvent.of("product_price_changed", List.of(), new Random(1), Instant.EPOCH)
                .inEnvelope();

        JsonNode detail = json(event.body());
        assertThat(detail.at("/data").properties().stream().map(Map.Entry::getKey))
                .contains("product_id", "sku", "old_price", "new_price")
                .doesNotContain("price", "event_name");
        assertThat(detail.at("/metadata/event_name").asText()).isEqualTo("product_price_changed");
        assertThat(detail.at("/metadata/version").asInt()).isOne();
        assertThat(event.attributes()).containsEntry("source", "shop.catalogue");
    }

    private static JsonNode json(String text) throws Exception {
        return Json.parse(text);
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
