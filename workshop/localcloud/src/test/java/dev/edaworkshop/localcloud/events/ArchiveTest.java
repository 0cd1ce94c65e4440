package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.ANY_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.StartReplayRequest;

class ArchiveTest {
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    private static final String ARCHIVE = "arn:aws:events:us-east-1:000000000000:archive/orders";
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;
    private final CloudClock clock = fixture.cloud.account().clock();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keeps_what_its_pattern_wants() {
        var created = archive(ANY_ORDER);

        fixture.put("{\"n\":1}");
        fixture.put(entry -> entry.source("shop.payments"));

        var described = events.describeArchive(request -> request.archiveName("orders"));
        assertThat(created.archiveArn()).isEqualTo(ARCHIVE);
        assertThat(created.stateAsString()).isEqualTo("ENABLED");
        assertThat(described.eventCount()).isEqualTo(1);
        assertThat(described.sizeBytes()).isPositive();
        assertThat(described.eventPattern()).isEqualTo(ANY_ORDER);
        assertThat(events.listRules(request -> {}).rules())
                .extracting(Rule::name, Rule::managedBy)
                .containsExactly(tuple("Events-Archive-orders", "events.amazonaws.com"));
    }

    @Test
    void a_replay_sends_the_events_of_a_time_again_and_says_so() {
        Queue queue = fixture.queue("orders");
        fixture.rule("orders", ANY_ORDER, queue.arn());
        archive(null);
        fixture.put(entry -> entry.detail("{\"n\":1}").time(NINE.minusSeconds(1)));
        String second = fixture.put(entry -> entry.detail("{\"n\":2}").time(NINE));
        fixture.put(entry -> entry.detail("{\"n\":3}").time(NINE.plusSeconds(60)));
        String before = fixture.bodies(queue).get(1);

        var started = events.startReplay(replay("again", NINE, NINE.plusSeconds(60)));
        assertThat(started.state()).isEqualTo(ReplayState.STARTING);
        clock.drain(Duration.ofMinutes(1));

        assertThat(fixture.bodies(queue))
                .hasSize(4)
                .last()
                .asString()
                .contains(second)
                .isEqualTo(before.replace("\"resources\"", "\"replay-name\":\"again\",\"resources\""));
        assertThat(events.describeReplay(request -> request.replayName("again")).state())
                .isEqualTo(ReplayState.COMPLETED);
        assertThat(events.describeArchive(request -> request.archiveName("orders"))
                        .eventCount())
                .as("replayed events are not archived again")
                .isEqualTo(3);
    }

    @Test
    void a_replay_may_be_for_some_rules_only() {
        Queue all = fixture.queue("all");
        Queue some = fixture.queue("some");
        fixture.rule("all", ANY_ORDER, all.arn());
        String rule = fixture.rule("some", ANY_ORDER, some.arn());
        archive(null);
        fixture.put(entry -> entry.time(NINE));

        events.startReplay(replay("again", NINE, NINE.plusSeconds(1)).toBuilder()
                .destination(destination -> destination.arn(BUS).filterArns(rule))
                .build());
        clock.drain(Duration.ofMinutes(1));

        assertThat(fixture.bodies(all)).hasSize(1);
        assertThat(fixture.bodies(some)).hasSize(2);
    }

    @Test
    void a_replay_that_has_completed_cannot_be_cancelled() {
        archive(null);
        events.startReplay(replay("again", NINE, NINE.plusSeconds(1)));
        clock.drain(Duration.ofMinutes(1));

        refused(
                () -> events.cancelReplay(request -> request.replayName("again")),
                "IllegalStatusException",
                "Replay again is not in a valid state for this operation.");
    }

    @Test
    void forgets_events_when_their_retention_is_over() {
        events.createArchive(
                request -> request.archiveName("orders").eventSourceArn(BUS).retentionDays(1));
        fixture.put("{}");

        clock.advance(Duration.ofHours(25));

        assertThat(events.describeArchive(request -> request.archiveName("orders"))
                        .eventCount())
                .isZero();
    }

    @Test
    void can_be_changed_and_deleted() {
        archive(null);
        events.updateArchive(
                request -> request.archiveName("orders").eventPattern(ANY_ORDER).retentionDays(3));
        fixture.put(entry -> entry.source("shop.payments"));

        var described = events.describeArchive(request -> request.archiveName("orders"));
        assertThat(described.eventCount()).isZero();
        assertThat(described.retentionDays()).isEqualTo(3);
        refused(
                () -> events.updateArchive(request -> request.archiveName("orders")),
                "ValidationException",
                "At least one of EventPattern, RetentionDays or Description must be provided.");

        events.deleteArchive(request -> request.archiveName("orders"));
        assertThat(events.listRules(request -> {}).rules()).isEmpty();
        refused(
                () -> events.describeArchive(request -> request.archiveName("orders")),
                "ResourceNotFoundException",
                "Archive orders does not exist.");
    }

    static Stream<Arguments> bad_replays() {
        String otherBus = "arn:aws:events:us-east-1:000000000000:event-bus/other";
        return Stream.of(
                bad(r -> r.destination(d -> d.arn(BUS + "x")), "Event bus defaultx does not exist."),
                bad(
                        r -> r.destination(d -> d.arn(otherBus)),
                        "Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted."),
                bad(
                        r -> r.eventSourceArn(ARCHIVE + "x"),
                        "Parameter EventSourceArn is not valid. Reason: Archive ordersx does not exist."),
                bad(
                        r -> r.eventEndTime(NINE),
                        "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime."),
                bad(r -> r.replayName("taken"), "Replay taken already exists."));
    }

    private static Arguments bad(Consumer<StartReplayRequest.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bad_replays")
    void refuses_replays_as_aws_does(Consumer<StartReplayRequest.Builder> change, String message) {
        archive(null);
        events.createEventBus(request -> request.name("other"));
        events.startReplay(replay("taken", NINE, NINE.plusSeconds(1)));

        assertThatThrownBy(() -> events.startReplay(replay("again", NINE, NINE.plusSeconds(1)).toBuilder()
                        .applyMutation(change)
                        .build()))
                .isInstanceOfSatisfying(
                        EventBridgeException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message));
    }

    @Test
    void an_archive_cannot_be_created_twice() {
        archive(null);

        refused(() -> archive(null), "ResourceAlreadyExistsException", "Archive orders already exists.");
    }

    private CreateArchiveResponse archive(String pattern) {
        return events.createArchive(
                request -> request.archiveName("orders").eventSourceArn(BUS).eventPattern(pattern));
    }

    private static StartReplayRequest replay(String name, Instant from, Instant to) {
        return StartReplayRequest.builder()
                .replayName(name)
                .eventSourceArn(ARCHIVE)
                .eventStartTime(from)
                .eventEndTime(to)
                .destination(destination -> destination.arn(BUS))
                .build();
    }

    private static void refused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EventBridgeException.class, e -> {
            assertThat(List.of(e.statusCode(), e.awsErrorDetails().errorCode())).isEqualTo(List.of(400, code));
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }
}
