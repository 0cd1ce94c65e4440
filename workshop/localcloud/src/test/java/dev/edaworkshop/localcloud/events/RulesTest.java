package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.ANY_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

class RulesTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:orders";

    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_rule_is_described_as_it_was_put() {
        String arn = events.putRule(rule -> rule.name("orders")
                        .eventPattern(ANY_ORDER)
                        .description("all orders")
                        .tags(Tag.builder().key("team").value("shop").build()))
                .ruleArn();

        var described = events.describeRule(request -> request.name("orders"));

        assertThat(arn).isEqualTo("arn:aws:events:us-east-1:000000000000:rule/orders");
        assertThat(described.arn()).isEqualTo(arn);
        assertThat(described.eventPattern()).isEqualTo(ANY_ORDER);
        assertThat(described.state()).isEqualTo(RuleState.ENABLED);
        assertThat(described.eventBusName()).isEqualTo("default");
        assertThat(described.createdBy()).isEqualTo("000000000000");
        assertThat(described.description()).isEqualTo("all orders");
        assertThat(events.listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .extracting(Tag::key, Tag::value)
                .containsExactly(tuple("team", "shop"));
    }

    @Test
    void a_rule_of_a_custom_bus_has_the_bus_in_its_arn() {
        events.createEventBus(request -> request.name("shop"));

        assertThat(events.putRule(
                                rule -> rule.name("orders").eventBusName("shop").eventPattern(ANY_ORDER))
                        .ruleArn())
                .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/shop/orders");
    }

    @Test
    void putting_a_rule_again_replaces_all_but_its_targets() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", "{\"source\": [\"shop.payments\"]}", queue.arn());

        events.putRule(rule -> rule.name("orders").eventPattern(ANY_ORDER));
        fixture.put("{}");
        fixture.put(entry -> entry.source("shop.payments"));

        assertThat(fixture.bodies(queue)).singleElement().asString().contains("shop.orders");
        assertThat(events.describeRule(request -> request.name("orders")).description())
                .isNull();
    }

    @Test
    void a_disabled_rule_gets_nothing_until_it_is_enabled() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, queue.arn());

        events.disableRule(request -> request.name("orders"));
        fixture.put("{\"n\":1}");
        events.enableRule(request -> request.name("orders"));
        fixture.put("{\"n\":2}");

        assertThat(fixture.bodies(queue)).singleElement().asString().contains("\"n\":2");
    }

    @Test
    void rules_are_listed_by_name_prefix_and_in_pages() {
        IntStream.range(0, 5)
                .forEach(i -> events.putRule(rule -> rule.name("order-" + i).eventPattern(ANY_ORDER)));
        events.putRule(rule -> rule.name("payment").eventPattern(ANY_ORDER));

        var first = events.listRules(request -> request.namePrefix("order-").limit(3));
        var second = events.listRules(
                request -> request.namePrefix("order-").limit(3).nextToken(first.nextToken()));

        assertThat(first.rules()).extracting(Rule::name).containsExactly("order-0", "order-1", "order-2");
        assertThat(second.rules()).extracting(Rule::name).containsExactly("order-3", "order-4");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void a_target_with_the_same_id_replaces_the_other() {
        fixture.rule("orders", ANY_ORDER, QUEUE + "-old");
        fixture.rule("orders", ANY_ORDER, QUEUE);

        assertThat(events.listTargetsByRule(request -> request.rule("orders")).targets())
                .extracting(Target::arn)
                .containsExactly(QUEUE);
        assertThat(events.listRuleNamesByTarget(request -> request.targetArn(QUEUE))
                        .ruleNames())
                .containsExactly("orders");
    }

    @Test
    void a_rule_has_five_targets_at_most() {
        events.putRule(rule -> rule.name("orders").eventPattern(ANY_ORDER));
        events.putTargets(request -> request.rule("orders").targets(targets(0, 5)));

        refused(
                () -> events.putTargets(request -> request.rule("orders").targets(targets(5, 6))),
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.");
    }

    @Test
    void a_rule_with_targets_cannot_be_deleted() {
        fixture.rule("orders", ANY_ORDER, QUEUE);

        refused(
                () -> events.deleteRule(request -> request.name("orders")),
                "ValidationException",
                "Rule can't be deleted since it has targets.");

        events.removeTargets(request -> request.rule("orders").ids("T"));
        events.deleteRule(request -> request.name("orders"));
        refused(
                () -> events.describeRule(request -> request.name("orders")),
                "ResourceNotFoundException",
                "Rule orders does not exist on EventBus default.");
    }

    @Test
    void buses_are_created_described_listed_and_deleted() {
        assertThat(events.createEventBus(request -> request.name("shop")).eventBusArn())
                .isEqualTo("arn:aws:events:us-east-1:000000000000:event-bus/shop");
        refused(
                () -> events.createEventBus(request -> request.name("shop")),
                "ResourceAlreadyExistsException",
                "Event bus shop already exists.");
        assertThat(events.listEventBuses(request -> {}).eventBuses())
                .extracting(software.amazon.awssdk.services.eventbridge.model.EventBus::name)
                .containsExactly("default", "shop");

        events.deleteEventBus(request -> request.name("shop"));
        events.deleteEventBus(request -> request.name("shop"));

        refused(
                () -> events.describeEventBus(request -> request.name("shop")),
                "ResourceNotFoundException",
                "Event bus shop does not exist.");
        refused(
                () -> events.deleteEventBus(request -> request.name("default")),
                "ValidationException",
                "Cannot delete event bus default.");
    }

    static Stream<Arguments> bad_targets() {
        return Stream.of(
                bad(
                        t -> t.input("1").inputPath("$.detail"),
                        "Only one of Input, InputPath, or InputTransformer must be provided for target T."),
                bad(
                        t -> t.inputTransformer(i -> i.inputTemplate("{\"a\": <notdefinedkey>}")),
                        "InputTemplate for target T contains invalid placeholder notdefinedkey."),
                bad(
                        t -> t.id("a b"),
                        "1 validation error detected: Value 'a b' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+"),
                bad(
                        t -> t.retryPolicy(policy -> policy.maximumRetryAttempts(186)),
                        "1 validation error detected: Value '186' at 'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185"),
                bad(t -> t.arn(QUEUE + ".fifo"), "Parameter(s) SqsParameters must be specified for target: T."),
                bad(
                        t -> t.arn("arn:aws:states:us-east-1:000000000000:stateMachine:m"),
                        "Parameter arn:aws:states:us-east-1:000000000000:stateMachine:m is not valid. Reason: The local cloud does not deliver to Step Functions. A target is a queue, a function, a topic, an event bus, a log group or an API destination."),
                bad(
                        t -> t.kinesisParameters(k -> k.partitionKeyPath("$.id")),
                        "Parameter KinesisParameters is not valid. Reason: Target T is " + QUEUE
                                + ", which has no such parameters here."),
                bad(
                        t -> t.deadLetterConfig(d -> d.arn(QUEUE + ".fifo")),
                        "Parameter DeadLetterConfig is not valid. Reason: " + QUEUE
                                + ".fifo of target T is a FIFO queue; a dead-letter queue of a rule is a standard queue."));
    }

    private static Arguments bad(Consumer<Target.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bad_targets")
    void refuses_a_target_by_name(Consumer<Target.Builder> change, String message) {
        refused(
                () -> fixture.rule("orders", ANY_ORDER, target -> {
                    target.arn(QUEUE);
                    change.accept(target);
                }),
                "ValidationException",
                message);
    }

    @Test
    void refuses_what_is_no_pattern_as_aws_does() {
        refused(
                () -> events.putRule(rule -> rule.name("orders").eventPattern("{\"source\": \"shop\"}")),
                "InvalidEventPatternException",
                "Event pattern is not valid. Reason: \"source\" must be an object or an array");
    }

    @Test
    void refuses_unknown_buses_and_rules_by_name() {
        refused(
                () -> events.putRule(
                        rule -> rule.name("orders").eventBusName("shop").eventPattern(ANY_ORDER)),
                "ResourceNotFoundException",
                "Event bus shop does not exist.");
        refused(
                () -> events.putTargets(request -> request.rule("orders").targets(targets(0, 1))),
                "ResourceNotFoundException",
                "Rule orders does not exist on EventBus default.");
    }

    private static List<Target> targets(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Target.builder().id("T" + i).arn(QUEUE).build())
                .toList();
    }

    private static void refused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EventBridgeException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(400);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).startsWith(message);
        });
    }
}
