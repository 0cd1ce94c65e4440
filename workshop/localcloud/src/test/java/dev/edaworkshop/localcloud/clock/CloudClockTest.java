package dev.edaworkshop.localcloud.clock;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudClockTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    private final CloudClock clock = new CloudClock(() -> NINE);
    private final List<String> rung = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void a_timer_rings_when_the_clock_is_moved_past_it_and_not_before() {
        clock.schedule(ofMinutes(1), "retry", () -> rung.add("retry"));

        clock.advance(ofSeconds(59));
        clock.drain(ofSeconds(0));
        assertThat(rung).isEmpty();

        clock.advance(ofSeconds(1));
        clock.drain(ofSeconds(0));
        assertThat(rung).containsExactly("retry");
    }

    @Test
    void draining_jumps_from_timer_to_timer_until_nothing_is_left() {
        clock.schedule(ofMinutes(1), "first retry", () -> {
            rung.add("first at " + clock.instant());
            clock.schedule(ofMinutes(2), "second retry", () -> rung.add("second at " + clock.instant()));
        });

        DrainReceipt receipt = clock.drain(ofHours(1));

        assertThat(rung).containsExactly("first at 2026-11-20T09:01:00Z", "second at 2026-11-20T09:03:00Z");
        assertThat(receipt).isEqualTo(new DrainReceipt(ofMinutes(3), List.of()));
    }

    @Test
    void draining_catches_up_with_a_schedule_that_is_overdue() {
        recurring(NINE.plus(ofMinutes(1)));

        clock.advance(ofMinutes(500));
        DrainReceipt receipt = clock.drain(ofSeconds(0));

        assertThat(rung).hasSize(500);
        assertThat(receipt.pending()).containsExactly("every minute");
    }

    private void recurring(Instant due) {
        clock.scheduleRecurring(Duration.between(clock.instant(), due), "every minute", () -> {
            rung.add("at " + due);
            recurring(due.plus(ofMinutes(1)));
        });
    }

    @Test
    void draining_stops_at_the_horizon_and_names_what_is_still_due() {
        clock.schedule(ofHours(6), "maximum event age", () -> rung.add("late"));

        DrainReceipt receipt = clock.drain(ofHours(1));

        assertThat(rung).isEmpty();
        assertThat(receipt.pending()).containsExactly("maximum event age");
    }

    @Test
    void draining_waits_for_work_in_flight_and_for_the_timers_it_sets() throws InterruptedException {
        Busy invocation = clock.busy("invocation of Inventory");
        CountDownLatch draining = new CountDownLatch(1);
        Thread drain = Thread.ofVirtual().start(() -> {
            draining.countDown();
            clock.drain(ofHours(1));
            rung.add("drained");
        });
        draining.await();

        clock.schedule(ofMinutes(1), "retry", () -> rung.add("retry"));
        invocation.close();
        drain.join();

        assertThat(rung).containsExactly("retry", "drained");
    }

    @Test
    void a_cancelled_timer_never_rings() {
        clock.schedule(ofMinutes(1), "retry", () -> rung.add("retry")).cancel();

        clock.drain(ofHours(1));

        assertThat(rung).isEmpty();
    }
}
