package dev.edaworkshop.localcloud.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.Target;

class ScheduleTest {
    private final EventsFixture fixture = new EventsFixture();
    private final CloudClock clock = fixture.cloud.account().clock();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            rate(1 minute)               | 2026-11-20T09:15:30Z | 2026-11-20T09:16:30Z
            rate(5 minutes)              | 2026-11-20T09:15:30Z | 2026-11-20T09:20:30Z
            rate(2 days)                 | 2026-11-20T09:15:30Z | 2026-11-22T09:15:30Z
            cron(0 10 * * ? *)           | 2026-11-20T10:00:00Z | 2026-11-21T10:00:00Z
            cron(15 12 * * ? *)          | 2026-11-20T12:14:59Z | 2026-11-20T12:15:00Z
            cron(0 18 ? * MON-FRI *)     | 2026-11-20T18:00:00Z | 2026-11-23T18:00:00Z
            cron(0 8 1 * ? *)            | 2026-11-20T09:15:00Z | 2026-12-01T08:00:00Z
            cron(0/15 * * * ? *)         | 2026-11-20T09:15:00Z | 2026-11-20T09:30:00Z
            cron(0/5 8-17 ? * MON-FRI *) | 2026-11-20T17:55:00Z | 2026-11-23T08:00:00Z
            cron(0 9 ? * 2#1 *)          | 2026-11-20T09:15:00Z | 2026-12-07T09:00:00Z
            cron(0 9 ? * 6L *)           | 2026-11-20T09:15:00Z | 2026-11-27T09:00:00Z
            cron(0 9 L * ? *)            | 2026-11-20T09:15:00Z | 2026-11-30T09:00:00Z
            cron(0 9 15W * ? *)          | 2026-11-01T00:00:00Z | 2026-11-16T09:00:00Z
            cron(0 0 29 2 ? *)           | 2026-11-20T09:15:00Z | 2028-02-29T00:00:00Z
            cron(30 6 ? JAN,JUN SUN 2027) | 2026-11-20T09:15:00Z | 2027-01-03T06:30:00Z
            """)
    void knows_when_it_is_due_next(String expression, Instant after, Instant next) {
        assertThat(Schedule.parse(expression).next(after)).contains(next);
    }

    @Test
    void a_year_that_is_over_has_no_next_time() {
        assertThat(Schedule.parse("cron(0 9 1 1 ? 2020)").next(Instant.parse("2026-11-20T09:15:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minutes)",
                "rate(5 minute)",
                "rate(0 minutes)",
                "rate(5 seconds)",
                "cron(0 10 * * * *)",
                "cron(0 10 ? * ? *)",
                "cron(0 10 * * ?)",
                "cron(60 10 * * ? *)",
                "every day"
            })
    void refuses_what_is_no_schedule(String expression) {
        assertThatThrownBy(
                        () -> fixture.events.putRule(rule -> rule.name("tick").scheduleExpression(expression)))
                .hasMessageContaining("Parameter ScheduleExpression is not valid.");
    }

    @Test
    void a_schedule_needs_the_default_bus() {
        fixture.events.createEventBus(request -> request.name("shop"));

        assertThatThrownBy(() -> fixture.events.putRule(
                        rule -> rule.name("tick").eventBusName("shop").scheduleExpression("rate(1 minute)")))
                .hasMessageContaining("ScheduleExpression is supported only on the default event bus.");
    }

    @Test
    void sends_an_event_whenever_the_clock_passes_the_time() {
        Queue queue = fixture.queue("ticks");
        String rule = scheduled("tick", "rate(5 minutes)", queue);

        clock.advance(Duration.ofMinutes(16));
        clock.drain(Duration.ZERO);

        assertThat(fixture.bodies(queue)).hasSize(3).allSatisfy(body -> {
            var event = EventsFixture.json(body);
            assertThat(event.path("source").asText()).isEqualTo("aws.events");
            assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
            assertThat(event.path("resources")).hasToString("[\"" + rule + "\"]");
            assertThat(event.path("detail")).hasToString("{}");
        });
        assertThat(fixture.bodies(queue))
                .extracting(body -> EventsFixture.json(body).path("time").asText())
                .as("as scheduled, not when the clock stopped")
                .doesNotHaveDuplicates();
    }

    @Test
    void draining_does_not_wait_for_a_schedule_that_never_ends() {
        Queue queue = fixture.queue("ticks");
        scheduled("tick", "rate(1 minute)", queue);

        var drained = clock.drain(Duration.ofDays(365));

        assertThat(drained.pending()).containsExactly("rate(1 minute) of rule tick");
        assertThat(fixture.bodies(queue)).isEmpty();
    }

    @Test
    void draining_lets_a_schedule_ring_on_the_way_to_something_else() {
        Queue queue = fixture.queue("ticks");
        scheduled("tick", "rate(1 minute)", queue);
        clock.schedule(Duration.ofSeconds(150), "something else", () -> {});

        clock.drain(Duration.ofDays(365));

        assertThat(fixture.bodies(queue)).hasSize(2);
    }

    @Test
    void a_disabled_or_deleted_schedule_is_silent() {
        Queue queue = fixture.queue("ticks");
        scheduled("tick", "rate(1 minute)", queue);
        scheduled("tock", "rate(1 minute)", queue);

        fixture.events.disableRule(request -> request.name("tick"));
        fixture.events.removeTargets(request -> request.rule("tock").ids("T"));
        fixture.events.deleteRule(request -> request.name("tock"));
        clock.advance(Duration.ofMinutes(5));
        clock.drain(Duration.ZERO);

        assertThat(fixture.bodies(queue)).isEmpty();
        assertThat(clock.timers()).isEmpty();
    }

    private String scheduled(String name, String expression, Queue queue) {
        String arn = fixture.events
                .putRule(rule -> rule.name(name).scheduleExpression(expression))
                .ruleArn();
        fixture.events.putTargets(request -> request.rule(name)
                .targets(Target.builder().id("T").arn(queue.arn()).build()));
        return arn;
    }
}
