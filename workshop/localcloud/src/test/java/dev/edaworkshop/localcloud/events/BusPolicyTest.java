package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.allow;
import static dev.edaworkshop.localcloud.events.EventsFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class BusPolicyTest {
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    private static final String EVENT = """
            {"id": "1", "account": "000000000000", "source": "shop.orders", "time": "2026-11-20T09:15:00Z",
             "region": "us-east-1", "resources": [], "detail-type": "OrderPlaced", "detail": {"total": 11}}""";

    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_permission_lets_a_principal_in_until_it_is_removed() {
        try (EventBridgeClient publisher = fixture.clientOf("Publisher", allow("sqs:SendMessage", "*"))) {
            events.putPermission(
                    request -> request.statementId("all").principal("*").action("events:PutEvents"));
            assertThat(publisher
                            .putEvents(request -> request.entries(entry(e -> {})))
                            .failedEntryCount())
                    .isZero();

            events.removePermission(request -> request.statementId("all"));
            assertThatThrownBy(() -> publisher.putEvents(request -> request.entries(entry(e -> {}))))
                    .hasMessageContaining("is not authorized to perform: events:PutEvents");
        }
    }

    @Test
    void a_whole_policy_is_described_as_it_was_put() {
        events.putPermission(request -> request.policy("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "own", "Effect": "Allow", "Principal": "*",
                  "Action": "events:PutEvents", "Resource": "%s",
                  "Condition": {"StringEquals": {"events:source": "shop.orders"}}}]}""".formatted(BUS)));

        assertThat(events.describeEventBus(request -> {}).policy()).contains("\"Sid\":\"own\"");
        try (EventBridgeClient publisher = fixture.clientOf("Publisher", allow("sqs:SendMessage", "*"))) {
            publisher.putEvents(request -> request.entries(entry(e -> {})));
            assertThatThrownBy(() ->
                            publisher.putEvents(request -> request.entries(entry(e -> e.source("shop.payments")))))
                    .hasMessageContaining("is not authorized to perform: events:PutEvents");
        }
    }

    @Test
    void a_statement_that_does_not_exist_cannot_be_removed() {
        assertThatThrownBy(() -> events.removePermission(request -> request.statementId("all")))
                .hasMessageContaining("EventBus does not have a policy.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"source": ["shop.orders"]}                       | true
            {"detail": {"total": [{"numeric": [">", 11]}]}}   | false
            """)
    void a_pattern_can_be_tried_before_it_is_put(String pattern, boolean matches) {
        assertThat(events.testEventPattern(
                                request -> request.eventPattern(pattern).event(EVENT))
                        .result())
                .isEqualTo(matches);
    }

    @Test
    void a_pattern_is_tried_on_whole_events_only() {
        assertThatThrownBy(() -> events.testEventPattern(
                        request -> request.eventPattern("{\"source\": [\"a\"]}").event("{\"source\": \"a\"}")))
                .hasMessageContaining("Parameter Event is not valid.");
    }
}
