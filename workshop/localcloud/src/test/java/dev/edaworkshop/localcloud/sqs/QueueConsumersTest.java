package dev.edaworkshop.localcloud.sqs;

import static dev.edaworkshop.localcloud.sqs.QueueFixture.CONSUMER;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several who read one queue, and those who wait for it. */
@Timeout(60)
class QueueConsumersTest {
    private static final Duration LONG_POLL = ofSeconds(20);

    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.queue("Inventory");
    private final ExecutorService consumers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
        consumers.close();
    }

    @Test
    void concurrent_consumers_never_get_the_same_message_while_it_is_hidden() throws Exception {
        int messages = 2_000;
        Collection<String> received = new ConcurrentLinkedQueue<>();
        AtomicInteger count = new AtomicInteger();
        Runnable consumer = () -> {
            while (count.get() < messages) {
                for (Received message : queue.receive(CONSUMER, 7, ofSeconds(30), ofMillis(100))) {
                    received.add(message.body());
                    count.incrementAndGet();
                }
            }
        };
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            working.add(consumers.submit(consumer));
        }

        for (int i = 0; i < messages; i++) {
            fixture.send(queue, "message " + i);
        }
        for (Future<?> one : working) {
            one.get();
        }

        assertThat(received).doesNotHaveDuplicates().hasSize(messages);
        assertThat(queue.inFlightCount()).isEqualTo(messages);
    }

    @Test
    void a_long_poll_ends_at_once_when_a_message_arrives() throws Exception {
        Future<List<Received>> polling = startLongPoll();

        fixture.send(queue, "one");

        assertThat(polling.get(10, TimeUnit.SECONDS)).extracting(Received::body).containsExactly("one");
    }

    @Test
    void a_long_poll_ends_when_time_makes_a_message_visible() throws Exception {
        fixture.send(queue, "later", ofMinutes(5));
        Future<List<Received>> polling = startLongPoll();

        fixture.clock.advance(ofMinutes(5));

        assertThat(polling.get(10, TimeUnit.SECONDS)).extracting(Received::body).containsExactly("later");
    }

    @Test
    void a_waiting_long_poll_keeps_nobody_from_calling_the_cloud_idle() {
        Future<List<Received>> polling = startLongPoll();

        assertThat(fixture.clock.drain(ofHours(1)).pending()).isEmpty();

        assertThat(polling).isNotDone();
    }

    @Test
    void a_long_poll_ends_empty_when_the_queue_is_deleted() throws Exception {
        Future<List<Received>> polling = startLongPoll();

        fixture.queues.delete(queue);

        assertThat(polling.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void a_long_poll_that_only_finds_messages_for_the_dead_letter_queue_goes_on_waiting() throws Exception {
        Queue source = fixture.queueWithDeadLetterQueue("Search", queue, 1);
        fixture.send(source, "poison");
        source.receive(CONSUMER, 1);
        Future<List<Received>> polling = consumers.submit(() -> source.receive(CONSUMER, 1, ofSeconds(30), LONG_POLL));
        await().until(() -> fixture.journal.hops().size() == 2 && source.inFlightCount() == 1);

        fixture.clock.advance(ofSeconds(30));
        await().until(() -> queue.visibleCount() == 1);
        fixture.send(source, "good");

        assertThat(polling.get(10, TimeUnit.SECONDS)).extracting(Received::body).containsExactly("good");
    }

    @Test
    void listeners_are_told_before_the_sender_goes_on_and_another_one_first_each_time() {
        try (var _ = queue.whenVisible(() -> told.add("first"));
                var _ = queue.whenVisible(() -> told.add("second"))) {
            fixture.send(queue, "one");
            fixture.send(queue, "two");

            assertThat(told).containsExactly("first", "second", "second", "first");
        }
        fixture.send(queue, "three");
        assertThat(told).hasSize(4);
    }

    @Test
    void two_listeners_that_receive_at_once_both_get_messages() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        try (var _ = queue.whenVisible(() -> queue.receive("one", 1).forEach(message -> first.add(message.body())));
                var _ = queue.whenVisible(
                        () -> queue.receive("two", 1).forEach(message -> second.add(message.body())))) {
            for (int i = 0; i < 10; i++) {
                fixture.send(queue, "message " + i);
            }
        }

        assertThat(first).hasSize(5);
        assertThat(second).hasSize(5);
    }

    @Test
    void a_listener_is_told_when_a_delay_and_a_visibility_timeout_end_and_before_the_cloud_is_idle() {
        try (var _ = queue.whenVisible(() -> {
            told.add(fixture.clock.instant().toString());
            queue.receive(CONSUMER, 10);
        })) {
            fixture.send(queue, "one", ofSeconds(10));
            assertThat(told).isEmpty();

            fixture.clock.drain(ofSeconds(60));

            assertThat(told).containsExactly("2026-11-20T09:00:10Z", "2026-11-20T09:00:40Z");
        }
    }

    @Test
    void a_listener_is_told_of_what_remains_when_somebody_else_notices_first_that_time_has_passed() {
        fixture.send(queue, "one", ofSeconds(10));
        fixture.send(queue, "two", ofSeconds(10));
        try (var _ =
                queue.whenVisible(() -> queue.receive(CONSUMER, 10).forEach(message -> told.add(message.body())))) {
            fixture.clock.advance(ofSeconds(10));
            List<Received> noticed = queue.receive("somebody else", 1);
            fixture.clock.drain(ofSeconds(0));

            assertThat(told.size() + noticed.size()).isEqualTo(2);
        }
    }

    private List<Received> longPoll() {
        return queue.receive(CONSUMER, 7, ofSeconds(30), LONG_POLL);
    }

    private Future<List<Received>> startLongPoll() {
        Future<List<Received>> polling = consumers.submit(this::longPoll);
        await().until(queue::hasConsumer);
        return polling;
    }
}
