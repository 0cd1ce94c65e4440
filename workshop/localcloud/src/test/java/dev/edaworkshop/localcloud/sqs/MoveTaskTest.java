package dev.edaworkshop.localcloud.sqs;

import static dev.edaworkshop.localcloud.sqs.QueueFixture.CONSUMER;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MoveTaskTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue deadLetters = fixture.queue("DeadLetters");
    private final Queue inventory = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 1);
    private final Queue search = fixture.queueWithDeadLetterQueue("Search", deadLetters, 1);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void each_message_goes_back_to_the_queue_it_came_from() {
        deadLetter(inventory, 2);
        deadLetter(search, 1);

        MoveTask task = start(Optional.empty(), Optional.empty());
        fixture.clock.drain(ZERO);

        assertThat(task.status()).isEqualTo(MoveTask.Status.COMPLETED);
        assertThat(task.moved()).isEqualTo(3);
        assertThat(inventory.visibleCount()).isEqualTo(2);
        assertThat(search.visibleCount()).isEqualTo(1);
        assertThat(deadLetters.visibleCount()).isZero();
    }

    @Test
    void a_destination_gets_all_messages() {
        deadLetter(inventory, 2);

        start(Optional.of(search), Optional.empty());
        fixture.clock.drain(ZERO);

        assertThat(search.visibleCount()).isEqualTo(2);
    }

    @Test
    void a_rate_is_kept_on_the_clock() {
        deadLetter(inventory, 5);

        MoveTask task = start(Optional.empty(), Optional.of(2));

        fixture.clock.drain(ZERO);
        assertThat(task.moved()).as("moved in the first second").isEqualTo(2);
        fixture.clock.drain(ofSeconds(1));
        assertThat(task.moved()).as("moved in two seconds").isEqualTo(4);
        fixture.clock.drain(ofHours(1));
        assertThat(task.moved()).isEqualTo(5);
        assertThat(task.isRunning()).isFalse();
    }

    @Test
    void a_cancelled_task_leaves_the_rest_where_it_is() {
        deadLetter(inventory, 5);
        MoveTask task = start(Optional.empty(), Optional.of(2));
        fixture.clock.drain(ZERO);

        task.cancel();
        fixture.clock.drain(ofHours(1));

        assertThat(task.status()).isEqualTo(MoveTask.Status.CANCELLED);
        assertThat(deadLetters.visibleCount()).isEqualTo(3);
    }

    @Test
    void a_message_that_came_from_no_queue_ends_the_task_and_stays() {
        fixture.send(deadLetters, "sent here directly");

        MoveTask task = start(Optional.empty(), Optional.empty());
        fixture.clock.drain(ZERO);

        assertThat(task.status()).isEqualTo(MoveTask.Status.FAILED);
        assertThat(task.failureReason()).contains("CouldNotDetermineMessageSource");
        assertThat(deadLetters.visibleCount()).isEqualTo(1);
    }

    @Test
    void a_task_is_not_kept_busy_by_messages_that_fail_again() {
        deadLetter(inventory, 1);
        try (var _ = inventory.whenVisible(() -> inventory.receive(CONSUMER, 10))) {
            MoveTask task = start(Optional.empty(), Optional.empty());
            fixture.clock.drain(ofHours(1));

            assertThat(task.status()).isEqualTo(MoveTask.Status.COMPLETED);
        }
        assertThat(deadLetters.visibleCount()).isEqualTo(1);
    }

    private MoveTask start(Optional<Queue> destination, Optional<Integer> maxPerSecond) {
        MoveTask task = new MoveTask(deadLetters, destination, maxPerSecond, fixture.queues, fixture.clock);
        task.start();
        return task;
    }

    private void deadLetter(Queue queue, int messages) {
        for (int i = 0; i < messages; i++) {
            fixture.send(queue, "poison " + i);
        }
        queue.receive(CONSUMER, 10);
        fixture.clock.advance(ofSeconds(30));
        queue.receive(CONSUMER, 10);
    }
}
