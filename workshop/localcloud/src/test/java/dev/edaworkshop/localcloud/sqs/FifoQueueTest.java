package dev.edaworkshop.localcloud.sqs;

import static dev.edaworkshop.localcloud.sqs.QueueFixture.CONSUMER;
import static dev.edaworkshop.localcloud.sqs.QueueFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FifoQueueTest {
    private static final Map<String, String> FIFO = Map.of("FifoQueue", "true");

    private final QueueFixture cloud = new QueueFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_receive_prefers_one_group_and_keeps_its_order() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        send(queue, "b", "2");
        send(queue, "a", "3");
        send(queue, "b", "4");

        assertThat(bodies(queue.receive(CONSUMER, 3))).containsExactly("1", "3", "2");
    }

    @Test
    void a_group_with_a_message_in_flight_hands_out_no_further_one() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        send(queue, "a", "2");
        send(queue, "b", "3");
        Received first = queue.receive(CONSUMER, 1).getFirst();

        assertThat(bodies(queue.receive(CONSUMER, 10))).containsExactly("3");
        assertThat(queue.receive(CONSUMER, 10)).isEmpty();
        assertThat(queue.visibleCount()).isEqualTo(1);

        queue.delete(CONSUMER, first.receiptHandle());
        assertThat(bodies(queue.receive(CONSUMER, 10))).containsExactly("2");
    }

    @Test
    void a_message_that_comes_back_is_again_the_first_of_its_group() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        send(queue, "a", "2");
        queue.receive(CONSUMER, 1);

        cloud.clock.advance(Duration.ofSeconds(30));

        assertThat(bodies(queue.receive(CONSUMER, 10))).containsExactly("1", "2");
    }

    @Test
    void listeners_are_told_when_a_group_goes_on() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        send(queue, "a", "2");
        Received first = queue.receive(CONSUMER, 1).getFirst();
        List<String> told = new ArrayList<>();
        queue.whenVisible(() -> told.addAll(bodies(queue.receive(CONSUMER, 10))));

        send(queue, "a", "3");
        assertThat(told).as("the group is blocked").isEmpty();
        queue.delete(CONSUMER, first.receiptHandle());

        assertThat(told).containsExactly("2", "3");
    }

    @Test
    void a_repetition_within_five_minutes_gets_the_first_answer_and_is_not_delivered() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        Message first = send(queue, "a", "1", "same");
        queue.delete(CONSUMER, queue.receive(CONSUMER, 1).getFirst().receiptHandle());

        cloud.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        Message again = send(queue, "b", "another text", "same");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.sequenceNumber()).isEqualTo(first.sequenceNumber());
        assertThat(queue.visibleCount()).isZero();
        assertThat(cloud.hops(Hop.Kind.DEDUPLICATED))
                .extracting(Hop::reason)
                .containsExactly("A message with the deduplication id same was sent within the last 5 minutes.");

        cloud.clock.advance(Duration.ofMillis(1));
        assertThat(send(queue, "a", "1", "same").id()).isNotEqualTo(first.id());
        assertThat(queue.visibleCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "scope {0}: {1} messages")
    @CsvSource({"queue, 1", "messageGroup, 2"})
    void the_scope_of_deduplication_is_the_queue_or_the_group(String scope, int messages) {
        Queue queue = cloud.queues.create("orders.fifo", Map.of("FifoQueue", "true", "DeduplicationScope", scope));

        send(queue, "a", "1", "same");
        send(queue, "b", "1", "same");

        assertThat(queue.visibleCount()).isEqualTo(messages);
    }

    @Test
    void sequence_numbers_have_twenty_digits_and_grow() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);

        String first = send(queue, "a", "1").sequenceNumber().orElseThrow();
        String second = send(queue, "b", "2").sequenceNumber().orElseThrow();

        assertThat(first).hasSize(20).isLessThan(second);
        assertThat(queue.receive(CONSUMER, 10))
                .extracting(
                        received -> received.systemAttributes().get("MessageGroupId"),
                        received -> received.systemAttributes().get("SequenceNumber"))
                .containsExactly(tuple("a", first), tuple("b", second));
    }

    @Test
    void a_message_can_be_deleted_in_flight_only() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        String handle = queue.receive(CONSUMER, 1).getFirst().receiptHandle();
        cloud.clock.advance(Duration.ofSeconds(30));

        assertThatThrownBy(() -> queue.delete(CONSUMER, handle))
                .hasMessage("Value %s for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired."
                        .formatted(handle));

        String newHandle = queue.receive(CONSUMER, 1).getFirst().receiptHandle();
        queue.delete(CONSUMER, newHandle);
        queue.delete(CONSUMER, newHandle);
        assertThat(queue.visibleCount() + queue.inFlightCount()).isZero();
    }

    @Test
    void a_repeated_receive_gets_the_same_messages_and_a_new_visibility_timeout() {
        Queue queue = cloud.queues.create("orders.fifo", FIFO);
        send(queue, "a", "1");
        send(queue, "a", "2");
        List<Received> first = attempt(queue, "one");
        cloud.clock.advance(Duration.ofSeconds(20));

        assertThat(attempt(queue, "one")).isEqualTo(first);
        assertThat(attempt(queue, "two")).isEmpty();

        cloud.clock.advance(Duration.ofSeconds(20));
        assertThat(queue.inFlightCount()).as("20 of 30 seconds have passed").isEqualTo(2);
        queue.delete(CONSUMER, first.getFirst().receiptHandle());
        assertThat(attempt(queue, "one")).as("part of it is gone").isEmpty();
    }

    @Test
    void in_the_dead_letter_queue_the_message_id_is_the_deduplication_id_and_retention_begins_anew() {
        Queue dead = cloud.queues.create("dead.fifo", Map.of("FifoQueue", "true", "MessageRetentionPeriod", "60"));
        Queue queue = cloud.queues.create("orders.fifo", Map.of("FifoQueue", "true", "RedrivePolicy", redrive(dead)));
        Message message = send(queue, "a", "1", "same");
        send(queue, "a", "2");
        queue.receive(CONSUMER, 1);
        cloud.clock.advance(Duration.ofSeconds(50));

        assertThat(bodies(queue.receive(CONSUMER, 10)))
                .as("the next of the group")
                .containsExactly("2");

        cloud.clock.advance(Duration.ofSeconds(20));
        assertThat(dead.receive(CONSUMER, 1)).singleElement().satisfies(received -> assertThat(
                        received.systemAttributes())
                .containsEntry("MessageDeduplicationId", message.id())
                .containsEntry("MessageGroupId", "a")
                .containsEntry("DeadLetterQueueSourceArn", queue.arn())
                .containsEntry("ApproximateReceiveCount", "2"));
        cloud.clock.advance(Duration.ofSeconds(40));
        assertThat(dead.inFlightCount() + dead.visibleCount()).isZero();
    }

    @Test
    void the_dead_letter_queue_is_of_the_same_type() {
        Queue dead = cloud.queue("dead");

        assertThatThrownBy(() ->
                        cloud.queues.create("orders.fifo", Map.of("FifoQueue", "true", "RedrivePolicy", redrive(dead))))
                .hasMessageEndingWith("Reason: Dead-letter queue must be same type of queue as the source.");
        assertThat(cloud.queues.all()).containsExactly(dead);
    }

    @Test
    void a_queue_with_a_delay_keeps_its_order_when_the_delay_changes() {
        Queue queue = cloud.queues.create("orders.fifo", Map.of("FifoQueue", "true", "DelaySeconds", "10"));
        send(queue, "a", "1");
        cloud.queues.setAttributes(queue, Map.of("DelaySeconds", "0"));
        send(queue, "a", "2");

        assertThat(queue.receive(CONSUMER, 10)).isEmpty();
        cloud.clock.advance(Duration.ofSeconds(10));

        assertThat(bodies(queue.receive(CONSUMER, 10))).containsExactly("1", "2");
    }

    @Test
    void a_noisy_group_of_a_standard_queue_lets_the_others_go_first() {
        Queue queue = cloud.queue("orders");
        for (int i = 0; i < 30; i++) {
            send(queue, "noisy", "n" + i);
        }
        send(queue, "quiet", "q");

        List<String> received = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            received.addAll(bodies(queue.receive(CONSUMER, 5)));
        }

        assertThat(received.indexOf("q"))
                .as("after %d of the noisy group", Line.MAX_QUIET + 1)
                .isEqualTo(Line.MAX_QUIET + 1);
        assertThat(received).hasSize(20);
    }

    private Message send(Queue queue, String group, String body) {
        return send(queue, group, body, group + body);
    }

    private Message send(Queue queue, String group, String body, String deduplicationId) {
        Map<String, String> system = queue.attributes().isFifo()
                ? Map.of("MessageGroupId", group, "MessageDeduplicationId", deduplicationId)
                : Map.of("MessageGroupId", group);
        return queue.send(SENDER, "sender", new MessageContent(body, Map.of(), system, Optional.empty()));
    }

    private static List<Received> attempt(Queue queue, String id) {
        return queue.receive(CONSUMER, 10, Duration.ofSeconds(30), Duration.ZERO, Optional.of(id));
    }

    private static List<String> bodies(List<Received> received) {
        return received.stream().map(Received::body).toList();
    }

    private static String redrive(Queue deadLetterQueue) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}".formatted(deadLetterQueue.arn());
    }
}
