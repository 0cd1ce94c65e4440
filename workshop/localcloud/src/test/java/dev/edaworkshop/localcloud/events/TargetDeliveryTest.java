package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.ANY_ORDER;
import static dev.edaworkshop.localcloud.events.EventsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.events.EventsFixture.Recorder;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class TargetDeliveryTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Invoice";
    private static final DeliveryReceipt TAKEN = new DeliveryReceipt.Accepted("id");
    private static final DeliveryReceipt BUSY =
            new DeliveryReceipt.Refused("ThrottlingException", "Rate exceeded", true);

    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_queue_needs_a_policy_that_lets_eventbridge_in_for_the_rule() {
        Queue queue = fixture.closedQueue("orders");
        String rule = fixture.rule("orders", ANY_ORDER, queue.arn());

        fixture.put("{}");
        assertThat(fixture.bodies(queue)).isEmpty();
        assertThat(fixture.hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("Target T has no dead-letter queue, so the event is gone: User: events.amazonaws.com "));

        allowSending(queue, rule);
        fixture.put("{}");
        assertThat(fixture.bodies(queue)).hasSize(1);
    }

    @Test
    void a_refusal_for_lack_of_permission_goes_straight_to_the_dead_letter_queue() {
        Queue orders = fixture.closedQueue("orders");
        Queue deadLetters = fixture.queue("dead-letters");
        String rule = fixture.rule("orders", ANY_ORDER, target -> target.arn(orders.arn())
                .deadLetterConfig(config -> config.arn(deadLetters.arn()))
                .inputPath("$.detail"));

        String id = fixture.put("{\"n\":1}");

        PeekedMessage message = deadLetters.peek(10).getFirst();
        assertThat(message.body()).as("as it would have gone to the target").isEqualTo("{\"n\":1}");
        assertThat(message.eventId()).isEqualTo(id);
        assertThat(message.attributes())
                .containsOnlyKeys("RULE_ARN", "TARGET_ARN", "ERROR_CODE", "ERROR_MESSAGE", "RETRY_ATTEMPTS")
                .containsEntry("RULE_ARN", text(rule))
                .containsEntry("TARGET_ARN", text(orders.arn()))
                .containsEntry("ERROR_CODE", text("NO_PERMISSIONS"))
                .containsEntry("RETRY_ATTEMPTS", text("0"));
        assertThat(fixture.hops(Hop.Kind.DEAD_LETTERED)).hasSize(1);
    }

    @Test
    void a_queue_that_does_not_exist_is_found_out_at_delivery_only() {
        Queue deadLetters = fixture.queue("dead-letters");
        fixture.rule("orders", ANY_ORDER, target -> target.arn("arn:aws:sqs:us-east-1:000000000000:gone")
                .deadLetterConfig(config -> config.arn(deadLetters.arn())));

        fixture.put("{}");

        assertThat(deadLetters.peek(10).getFirst().attributes()).containsEntry("ERROR_CODE", text("NO_RESOURCE"));
    }

    @Test
    void a_busy_target_is_tried_again_on_the_clock_until_it_takes_the_event() {
        Recorder functions = fixture.record("lambda", delivery -> BUSY);
        fixture.rule("orders", ANY_ORDER, FUNCTION);

        fixture.put("{}");
        assertThat(functions.received).hasSize(1);
        fixture.cloud.account().clock().advance(Duration.ofSeconds(1));
        fixture.cloud.account().clock().drain(Duration.ZERO);
        assertThat(functions.received).hasSize(2);
        fixture.record("lambda", delivery -> TAKEN);
        fixture.cloud.account().clock().drain(Duration.ofDays(2));

        assertThat(fixture.hops(Hop.Kind.RETRY_SCHEDULED))
                .extracting(Hop::attempt)
                .containsExactly(2, 3);
    }

    @Test
    void by_default_there_are_185_retries_in_a_day() {
        Recorder functions = fixture.record("lambda", delivery -> BUSY);
        Queue deadLetters = fixture.queue("dead-letters");
        fixture.rule("orders", ANY_ORDER, target -> target.arn(FUNCTION)
                .deadLetterConfig(config -> config.arn(deadLetters.arn())));

        fixture.put("{}");
        var drained = fixture.cloud.account().clock().drain(Duration.ofHours(24));

        assertThat(functions.received).hasSize(186);
        assertThat(drained.passed()).isLessThan(Duration.ofHours(24));
        assertThat(deadLetters.peek(10).getFirst().attributes())
                .containsEntry("ERROR_CODE", text("THROTTLING"))
                .containsEntry("ERROR_MESSAGE", text("Rate exceeded"))
                .containsEntry("EXHAUSTED_RETRY_CONDITION", text("MaximumRetryAttempts"))
                .containsEntry("RETRY_ATTEMPTS", text("185"));
    }

    @Test
    void retries_end_with_the_age_of_the_event() {
        Recorder functions = fixture.record("lambda", delivery -> BUSY);
        Queue deadLetters = fixture.queue("dead-letters");
        fixture.rule("orders", ANY_ORDER, target -> target.arn(FUNCTION)
                .retryPolicy(policy -> policy.maximumEventAgeInSeconds(60))
                .deadLetterConfig(config -> config.arn(deadLetters.arn())));

        fixture.put("{}");
        fixture.cloud.account().clock().drain(Duration.ofHours(24));

        assertThat(functions.received).as("at 0, 1, 3, 7, 15 and 31 seconds").hasSize(6);
        assertThat(deadLetters.peek(10).getFirst().attributes())
                .containsEntry("EXHAUSTED_RETRY_CONDITION", text("MaximumEventAgeInSeconds"))
                .containsEntry("RETRY_ATTEMPTS", text("5"));
    }

    @Test
    void a_target_that_is_away_gets_its_event_when_it_is_back() {
        Queue orders = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, orders.arn());

        try (var _ = fixture.cloud.account().deliveries().cutOff(orders.arn())) {
            fixture.put("{}");
            fixture.cloud.account().clock().advance(Duration.ofHours(1));
        }
        assertThat(fixture.bodies(orders)).isEmpty();
        fixture.cloud.account().clock().drain(Duration.ofHours(24));

        assertThat(fixture.bodies(orders)).hasSize(1);
    }

    @Test
    void a_target_that_stays_away_loses_its_event_after_a_day_to_the_dead_letter_queue() {
        Queue orders = fixture.queue("orders");
        Queue deadLetters = fixture.queue("dead-letters");
        fixture.rule("orders", ANY_ORDER, target -> target.arn(orders.arn())
                .deadLetterConfig(config -> config.arn(deadLetters.arn())));

        try (var _ = fixture.cloud.account().deliveries().cutOff(orders.arn())) {
            fixture.put("{}");
            fixture.cloud.account().clock().drain(Duration.ofHours(25));
        }

        assertThat(deadLetters.peek(10).getFirst().attributes())
                .containsEntry("ERROR_CODE", text("INTERNAL_ERROR"))
                .containsEntry("EXHAUSTED_RETRY_CONDITION", text("MaximumRetryAttempts"));
    }

    @Test
    void a_template_that_yields_no_json_ends_in_the_dead_letter_queue_here() {
        Queue orders = fixture.queue("orders");
        Queue deadLetters = fixture.queue("dead-letters");
        fixture.rule("orders", ANY_ORDER, target -> target.arn(orders.arn())
                .deadLetterConfig(config -> config.arn(deadLetters.arn()))
                .inputTransformer(transformer ->
                        transformer.inputPathsMap(Map.of("d", "$.detail")).inputTemplate("{\"d\": \"<d>\"}")));

        fixture.put("{\"a\":1}");

        assertThat(fixture.bodies(orders)).isEmpty();
        assertThat(deadLetters.peek(10).getFirst().attributes()).containsEntry("ERROR_CODE", text("INVALID_JSON"));
    }

    @Test
    void a_function_gets_the_event_from_eventbridge_on_behalf_of_the_rule() {
        Recorder functions = fixture.record("lambda", delivery -> TAKEN);
        String rule = fixture.rule("orders", ANY_ORDER, FUNCTION);

        String id = fixture.put("{}");

        Delivery delivery = functions.received.getFirst();
        assertThat(delivery.sender().arn()).isEqualTo("events.amazonaws.com");
        assertThat(delivery.sourceArn()).isEqualTo(rule);
        assertThat(delivery.eventId()).isEqualTo(id);
        assertThat(delivery.body()).contains("\"id\":\"%s\"".formatted(id));
    }

    @Test
    void a_fifo_queue_gets_the_message_group_of_the_target() {
        Queue queue = fixture.cloud
                .account()
                .queues()
                .create("orders.fifo", Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true"));
        allowSending(queue, "*");
        fixture.rule("orders", ANY_ORDER, target -> target.arn(queue.arn())
                .sqsParameters(sqs -> sqs.messageGroupId("shop")));

        fixture.put("{}");

        assertThat(queue.receive("test", 1).getFirst().systemAttributes()).containsEntry("MessageGroupId", "shop");
    }

    @Test
    void a_topic_needs_a_policy_and_hands_the_event_on_under_its_id() {
        Queue queue = fixture.queue("orders");
        var topic = fixture.cloud.account().topics().create("orders", Map.of());
        fixture.cloud
                .account()
                .topics()
                .subscribe(topic.arn(), "sqs", queue.arn(), Map.of("RawMessageDelivery", "true"));
        fixture.cloud
                .account()
                .context()
                .iam()
                .putResourcePolicy(queue.arn(), "Policy", Policy.parse(allowAnybody("sqs:SendMessage", queue.arn())));
        fixture.rule("orders", ANY_ORDER, topic.arn());

        fixture.put("{\"n\":1}");
        assertThat(fixture.hops(Hop.Kind.DENIED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .endsWith(
                        "Topic orders needs a topic policy that allows events.amazonaws.com to perform sns:Publish."));

        fixture.cloud.account().topics().setAttribute(topic, "Policy", allowAnybody("sns:Publish", topic.arn()));
        String id = fixture.put("{\"n\":2}");
        assertThat(queue.peek(10)).singleElement().satisfies(message -> {
            assertThat(message.body()).contains("\"detail\":{\"n\":2}");
            assertThat(message.eventId()).isEqualTo(id);
        });
    }

    private static String allowAnybody(String action, String resource) {
        return """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource);
    }

    @Test
    void another_bus_gets_the_event_unchanged_through_a_role() {
        Queue audit = fixture.queue("audit");
        String bus = events.createEventBus(request -> request.name("audit")).eventBusArn();
        fixture.ruleOn("audit", "all", ANY_ORDER, target -> target.arn(audit.arn()));
        String role = fixture.role("Forward", "events.amazonaws.com", allow("events:PutEvents", bus));
        Queue orders = fixture.queue("orders");
        fixture.rule("forward", ANY_ORDER, target -> target.arn(bus).roleArn(role));
        fixture.rule("orders", ANY_ORDER, orders.arn());

        fixture.put("{\"n\":1}");

        assertThat(fixture.bodies(audit)).isEqualTo(fixture.bodies(orders)).hasSize(1);
    }

    @Test
    void a_bus_without_a_role_or_with_a_role_that_may_not_is_refused() {
        String bus = events.createEventBus(request -> request.name("audit")).eventBusArn();
        fixture.rule("without", ANY_ORDER, bus);
        String powerless = fixture.role("Powerless", "events.amazonaws.com", allow("sqs:SendMessage", "*"));
        fixture.rule("powerless", ANY_ORDER, target -> target.arn(bus).roleArn(powerless));
        String stranger = fixture.role("Stranger", "lambda.amazonaws.com", allow("events:PutEvents", bus));
        fixture.rule("stranger", ANY_ORDER, target -> target.arn(bus).roleArn(stranger));

        fixture.put("{}");

        assertThat(fixture.hops(Hop.Kind.LOST)).hasSize(3);
        assertThat(fixture.hops(Hop.Kind.REFUSED))
                .extracting(Hop::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("The target needs a RoleArn"),
                        reason -> assertThat(reason).contains("assumed-role/Powerless"),
                        reason -> assertThat(reason).contains("its trust policy does not name events.amazonaws.com"));
    }

    @Test
    void a_bus_does_not_pass_on_to_a_third_bus() {
        String second = events.createEventBus(request -> request.name("second")).eventBusArn();
        String third = events.createEventBus(request -> request.name("third")).eventBusArn();
        String role = fixture.role("Forward", "events.amazonaws.com", allow("events:PutEvents", "*"));
        Queue queue = fixture.queue("orders");
        fixture.rule("forward", ANY_ORDER, target -> target.arn(second).roleArn(role));
        fixture.ruleOn(
                "second", "forward", ANY_ORDER, target -> target.arn(third).roleArn(role));
        fixture.ruleOn("third", "orders", ANY_ORDER, target -> target.arn(queue.arn()));

        fixture.put("{}");

        assertThat(fixture.bodies(queue)).isEmpty();
        assertThat(fixture.hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("A bus does not pass on to a third bus"));
    }

    @Test
    void what_other_services_deliver_becomes_an_event() {
        Queue queue = fixture.queue("outcomes");
        fixture.rule("outcomes", "{\"source\": [\"lambda\"]}", queue.arn());
        String bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";

        fixture.cloud
                .account()
                .context()
                .deliveries()
                .deliver(new Delivery(
                        fixture.cloud.account().administrator(),
                        FUNCTION,
                        bus,
                        "{\"responsePayload\":1}",
                        Map.of(
                                "source", text("lambda"),
                                "detail-type", text("Lambda Function Invocation Result - Success"),
                                "resources", text("[\"%s\",\"%s\"]".formatted(bus, FUNCTION))),
                        "request-1"));

        var event = EventsFixture.json(fixture.bodies(queue).getFirst());
        assertThat(event.path("detail")).hasToString("{\"responsePayload\":1}");
        assertThat(event.path("resources")).hasSize(2);
        assertThat(event.path("id").asText()).isEqualTo("request-1");
    }

    private void allowSending(Queue queue, String ruleArn) {
        fixture.cloud.account().context().iam().putResourcePolicy(queue.arn(), "Policy", Policy.parse("""
                        {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "%s",
                          "Principal": {"Service": "events.amazonaws.com"},
                          "Condition": {"ArnLike": {"aws:SourceArn": "%s"}}}]}""".formatted(
                        queue.arn(), ruleArn)));
    }

    private static Delivery.Attribute text(String value) {
        return new Delivery.Attribute("String", value);
    }
}
