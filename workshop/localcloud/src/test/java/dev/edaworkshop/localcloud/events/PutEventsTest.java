package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.ANY_ORDER;
import static dev.edaworkshop.localcloud.events.EventsFixture.allow;
import static dev.edaworkshop.localcloud.events.EventsFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;

class PutEventsTest {
    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_target_gets_the_event_in_the_envelope_of_aws() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, queue.arn());

        String id = fixture.put(entry -> entry.detail("{ \"orderId\" : \"42\", \"price\": 300.0 }")
                .time(Instant.parse("2026-11-20T09:15:00.750Z"))
                .resources("arn:aws:s3:::b"));

        assertThat(fixture.bodies(queue)).containsExactly("""
                {"version":"0","id":"%s","detail-type":"OrderPlaced","source":"shop.orders",\
                "account":"000000000000","time":"2026-11-20T09:15:00Z","region":"us-east-1",\
                "resources":["arn:aws:s3:::b"],"detail":{"orderId":"42","price":300.0}}""".formatted(id));
    }

    @Test
    void one_event_goes_to_every_rule_that_matches_under_the_same_id() {
        Queue first = fixture.queue("first");
        Queue second = fixture.queue("second");
        Queue third = fixture.queue("third");
        fixture.rule("a", ANY_ORDER, first.arn());
        fixture.rule("b", "{\"detail\": {\"total\": [{\"numeric\": [\">\", 10]}]}}", second.arn());
        fixture.rule("c", "{\"source\": [\"shop.payments\"]}", third.arn());

        String id = fixture.put("{\"total\": 11}");

        assertThat(fixture.bodies(first)).singleElement().asString().contains(id);
        assertThat(fixture.bodies(second)).singleElement().asString().contains(id);
        assertThat(fixture.bodies(third)).isEmpty();
    }

    @Test
    void a_watch_sees_the_calls_and_refuses_what_its_plan_says_until_it_is_closed() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, queue.arn());
        EventBuses buses = fixture.cloud.account().eventBuses();

        try (PutEventsWatch watch = buses.watch((call, entry) -> call == 2 && entry == 1)) {
            fixture.put("{\"n\": 1}");
            PutEventsResponse refusing = events.putEvents(
                    request -> request.entries(entry(e -> e.detail("{\"n\": 2}")), entry(e -> e.detail("{\"n\": 3}"))));

            assertThat(refusing.failedEntryCount()).isEqualTo(1);
            assertThat(refusing.entries().getFirst().errorCode()).isEqualTo("InternalFailure");
            assertThat(watch.calls()).extracting(call -> call.entries().size()).containsExactly(1, 2);
            assertThat(watch.calls().getLast().entries())
                    .extracting(PutEventsWatch.Entry::detail, PutEventsWatch.Entry::refused)
                    .containsExactly(tuple("{\"n\": 2}", true), tuple("{\"n\": 3}", false));
        }
        fixture.put("{\"n\": 4}");

        assertThat(fixture.bodies(queue)).hasSize(3).noneMatch(body -> body.contains("\"n\":2"));
    }

    @Test
    void entries_fail_one_by_one_in_the_order_of_the_request() {
        PutEventsResponse response = events.putEvents(request -> request.entries(
                entry(e -> {}), entry(e -> e.detail("oops")), entry(e -> e.source("aws.s3")), entry(e -> {})));

        assertThat(response.failedEntryCount()).isEqualTo(2);
        assertThat(response.entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly(null, "MalformedDetail", "NotAuthorizedForSourceException", null);
        assertThat(response.entries().get(0).eventId()).isNotBlank();
        assertThat(response.entries().get(1).eventId()).isNull();
    }

    static Stream<Arguments> bad_entries() {
        return Stream.of(
                bad(e -> e.source(null), "Parameter Source is not valid. Reason: Source is a required argument."),
                bad(e -> e.source(""), "Parameter Source is not valid. Reason: Source is a required argument."),
                bad(
                        e -> e.detailType(null),
                        "Parameter DetailType is not valid. Reason: DetailType is a required argument."),
                bad(e -> e.detail(null), "Parameter Detail is not valid. Reason: Detail is a required argument."),
                bad(e -> e.source("aws.ec2"), "Not authorized for the source."));
    }

    private static Arguments bad(Consumer<PutEventsRequestEntry.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bad_entries")
    void says_what_an_entry_lacks(Consumer<PutEventsRequestEntry.Builder> change, String message) {
        PutEventsResponse response = events.putEvents(request -> request.entries(entry(change)));

        assertThat(response.entries().getFirst().errorMessage()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "[]", "\"{}\"", "{", "{} {}", "", "null"})
    void a_detail_is_a_json_object(String detail) {
        PutEventsResultEntry result = events.putEvents(request -> request.entries(entry(e -> e.detail(detail))))
                .entries()
                .getFirst();

        assertThat(result.errorCode()).isEqualTo("MalformedDetail");
        assertThat(result.errorMessage()).isEqualTo("Detail is malformed.");
    }

    @Test
    void a_detail_may_be_nested_a_thousand_levels_deep() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, queue.arn());

        fixture.put("{\"a\":".repeat(999) + "{}" + "}".repeat(999));

        assertThat(fixture.bodies(queue)).hasSize(1);
    }

    @Test
    void eleven_entries_are_too_many() {
        assertThatThrownBy(() -> events.putEvents(request -> request.entries(Collections.nCopies(11, entry(e -> {})))))
                .isInstanceOfSatisfying(EventBridgeException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .startsWith(
                                    "1 validation error detected: Value '[PutEventsRequestEntry(time=null, source=shop.orders, ")
                            .endsWith(
                                    "]' at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10");
                });
    }

    @Test
    void a_mebibyte_for_all_entries_together_is_the_limit_here() {
        int rest = 1_048_576 - "shop.orders".length() - "OrderPlaced".length();
        String fits = "{\"x\":\"" + "x".repeat(rest - 8) + "\"}";

        assertThat(fixture.put(fits)).isNotBlank();
        assertThatThrownBy(() -> fixture.put(fits + " "))
                .hasMessageContaining("Total size of the entries in the request is over the limit.");
    }

    @Test
    void an_event_for_an_unknown_bus_gets_an_id_and_vanishes() {
        String id = fixture.put(entry -> entry.eventBusName("nowhere"));

        assertThat(id).isNotBlank();
        assertThat(fixture.hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> {
            assertThat(hop.eventId()).isEqualTo(id);
            assertThat(hop.reason()).startsWith("Event bus nowhere does not exist.");
        });
    }

    @Test
    void a_bus_is_named_by_its_name_or_arn() {
        events.createEventBus(request -> request.name("shop"));
        Queue queue = fixture.queue("orders");
        fixture.ruleOn("shop", "orders", ANY_ORDER, target -> target.arn(queue.arn()));

        fixture.put(entry -> entry.eventBusName("shop"));
        fixture.put(entry -> entry.eventBusName("arn:aws:events:us-east-1:000000000000:event-bus/shop"));
        fixture.put(entry -> entry.detail("{\"bus\":\"default\"}"));

        assertThat(fixture.bodies(queue)).hasSize(2);
    }

    @Test
    void a_caller_needs_the_permission_for_the_bus_and_a_refusal_fails_the_call() {
        String bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";
        try (EventBridgeClient allowed = fixture.clientOf("Allowed", allow("events:PutEvents", bus));
                EventBridgeClient other = fixture.clientOf("Other", allow("sqs:SendMessage", "*"))) {
            assertThat(allowed.putEvents(request -> request.entries(entry(e -> {})))
                            .failedEntryCount())
                    .isZero();
            assertThatThrownBy(() -> other.putEvents(request -> request.entries(entry(e -> {}))))
                    .isInstanceOfSatisfying(EventBridgeException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(400);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                        assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo(
                                        "User: arn:aws:sts::000000000000:assumed-role/Other/Other is not authorized to perform: events:PutEvents on resource: %s because no identity-based policy allows the events:PutEvents action"
                                                .formatted(bus));
                    });
        }
    }

    @Test
    void the_journal_tells_which_rules_did_not_want_the_event() {
        Queue queue = fixture.queue("orders");
        String wanted = fixture.rule("wanted", ANY_ORDER, queue.arn());
        String unwanted = fixture.rule("unwanted", "{\"source\": [\"shop.payments\"]}", queue.arn());

        String id = fixture.put("{}");

        assertThat(fixture.cloud.account().journal().hops())
                .filteredOn(hop -> hop.eventId().equals(id))
                .extracting(Hop::kind, Hop::from, Hop::to)
                .containsExactly(
                        tuple(
                                Hop.Kind.PUBLISHED,
                                "arn:aws:iam::000000000000:root",
                                "arn:aws:events:us-east-1:000000000000:event-bus/default"),
                        tuple(Hop.Kind.FILTERED, "arn:aws:events:us-east-1:000000000000:event-bus/default", unwanted),
                        tuple(Hop.Kind.DELIVERED, wanted, queue.arn()));
        assertThat(fixture.hops(Hop.Kind.FILTERED).getFirst().reason()).contains("shop.payments");
    }

    @Test
    void the_journal_names_the_nearest_rule_of_an_event_that_nobody_wanted() {
        Queue queue = fixture.queue("orders");
        fixture.rule("payments", "{\"source\": [\"shop.payments\"], \"detail-type\": [\"Paid\"]}", queue.arn());
        fixture.rule("orders", "{\"source\": [\"shop.orders\"], \"detail-type\": [\"OrderSent\"]}", queue.arn());

        fixture.put("{}");

        assertThat(fixture.hops(Hop.Kind.UNROUTED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("None of the 2 rules of bus default matches. Nearest: rule orders."));
    }

    @Test
    void the_journal_says_that_a_disabled_rule_would_have_matched() {
        fixture.rule("orders", ANY_ORDER, fixture.queue("orders").arn());
        events.disableRule(request -> request.name("orders"));

        fixture.put("{}");

        assertThat(fixture.hops(Hop.Kind.UNROUTED))
                .extracting(Hop::reason)
                .isEqualTo(List.of("Rule orders of bus default would match, but is disabled."));
    }

    @Test
    void thousands_of_rules_that_do_not_match_are_neither_asked_one_by_one_nor_journalled() {
        Rules rules = new Rules(fixture.cloud.account().eventBuses());
        for (int i = 0; i < 2_000; i++) {
            String pattern = "{\"detail\": {\"n\": [%d]}}".formatted(i);
            rules.put(PutRuleRequest.builder()
                    .name("rule-" + i)
                    .eventPattern(pattern)
                    .build());
        }
        Queue queue = fixture.queue("orders");
        fixture.rule("rule-1234", "{\"detail\": {\"n\": [1234]}}", queue.arn());

        fixture.put("{\"n\":1234}");
        fixture.put("{\"n\":-1}");

        assertThat(fixture.bodies(queue)).hasSize(1);
        assertThat(fixture.cloud.account().journal().hops())
                .extracting(Hop::kind)
                .containsExactly(Hop.Kind.PUBLISHED, Hop.Kind.DELIVERED, Hop.Kind.PUBLISHED, Hop.Kind.UNROUTED);
        assertThat(fixture.hops(Hop.Kind.UNROUTED).getFirst().reason())
                .startsWith("None of the 2000 rules of bus default matches.");
    }
}
