package dev.edaworkshop.localcloud.sqs;

import static dev.edaworkshop.localcloud.sqs.QueueFixture.CONSUMER;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.queue("Inventory");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_received_message_is_hidden_until_its_visibility_timeout_ends() {
        fixture.send(queue, "one");

        Received first = receive();
        fixture.clock.advance(ofSeconds(29));
        assertThat(queue.receive(CONSUMER, 10)).isEmpty();

        fixture.clock.advance(ofSeconds(1));
        Received second = receive();
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
        assertThat(second.receiveCount()).isEqualTo(2);
        assertThat(second.systemAttributes())
                .containsEntry("SentTimestamp", "1795165200000")
                .containsEntry("ApproximateFirstReceiveTimestamp", "1795165200000")
                .containsEntry("SenderId", "sender");
    }

    @Test
    void the_journal_tells_the_life_of_a_message_in_order() {
        Message message = fixture.send(queue, "one");
        receive();
        fixture.clock.advance(ofSeconds(30));
        queue.delete(CONSUMER, receive().receiptHandle());

        assertThat(fixture.hops()).isEqualTo("""
                PUBLISHED assumed-role/CatalogueRole/Catalogue -> Inventory #0
                RECEIVED Inventory -> Inventory #1
                VISIBLE_AGAIN Inventory -> Inventory #1 It was not deleted before its visibility timeout ran out.
                RECEIVED Inventory -> Inventory #2
                DELETED Inventory -> Inventory #2""");
        assertThat(fixture.journal.hops()).extracting(Hop::eventId).containsOnly(message.id());
    }

    @Test
    void a_deleted_message_never_comes_back() {
        fixture.send(queue, "one");

        queue.delete(CONSUMER, receive().receiptHandle());

        fixture.clock.advance(ofHours(1));
        assertThat(queue.receive(CONSUMER, 10)).isEmpty();
        assertThat(counts()).isEqualTo("0 visible, 0 in flight, 0 delayed");
    }

    @Test
    void a_message_can_be_deleted_after_its_visibility_timeout_but_not_with_the_handle_of_an_earlier_receive() {
        fixture.send(queue, "one");
        String old = receive().receiptHandle();
        fixture.clock.advance(ofSeconds(30));
        String current = receive().receiptHandle();
        fixture.clock.advance(ofSeconds(30));

        queue.delete(CONSUMER, old);
        assertThat(queue.visibleCount())
                .as("visible after a delete with the handle of the first receive")
                .isEqualTo(1);

        queue.delete(CONSUMER, current);
        assertThat(queue.visibleCount()).isZero();
        queue.delete(CONSUMER, current);
    }

    @Test
    void a_receipt_handle_belongs_to_its_queue() {
        Queue other = fixture.queue("Search");
        fixture.send(queue, "one");
        String handle = receive().receiptHandle();

        assertThatThrownBy(() -> other.delete(CONSUMER, handle))
                .hasMessage("The input receipt handle \"%s\" is not a valid receipt handle.", handle);
        assertThatThrownBy(() -> queue.delete(CONSUMER, "x")).hasMessageContaining("\"x\"");
    }

    @Test
    void a_delayed_message_is_not_there_before_its_time() {
        fixture.queues.setAttributes(queue, Map.of("DelaySeconds", "60"));
        fixture.send(queue, "queue's delay");
        fixture.send(queue, "own delay", ofSeconds(10));
        fixture.send(queue, "none", Duration.ZERO);

        assertThat(counts()).isEqualTo("1 visible, 0 in flight, 2 delayed");
        fixture.clock.advance(ofSeconds(60));

        assertThat(queue.receive(CONSUMER, 10))
                .extracting(Received::body)
                .containsExactly("none", "own delay", "queue's delay");
        assertThat(counts()).isEqualTo("0 visible, 3 in flight, 0 delayed");
        assertThat(fixture.hops(Hop.Kind.VISIBLE_AGAIN))
                .as("what was never received is not visible again")
                .isEmpty();
    }

    @Test
    void the_clock_has_one_timer_for_all_hidden_messages_and_none_when_there_are_none() {
        for (int i = 0; i < 10; i++) {
            fixture.send(queue, "message " + i, ofSeconds(i));
        }
        assertThat(fixture.clock.timers())
                .extracting(Timer::what)
                .containsExactly("queue Inventory: a delay or visibility timeout ends");

        fixture.clock.advance(ofSeconds(10));
        queue.receive(CONSUMER, 10).forEach(received -> queue.delete(CONSUMER, received.receiptHandle()));

        assertThat(fixture.clock.timers())
                .as("timers when all messages are deleted")
                .extracting(Timer::what)
                .isEmpty();
    }

    @Test
    void a_consumer_can_give_a_message_back_at_once() {
        fixture.send(queue, "one");

        queue.changeVisibility(CONSUMER, receive().receiptHandle(), Duration.ZERO);

        assertThat(counts()).isEqualTo("1 visible, 0 in flight, 0 delayed");
        assertThat(fixture.hops(Hop.Kind.VISIBLE_AGAIN))
                .extracting(Hop::reason)
                .containsExactly("The consumer set its visibility timeout to 0.");
    }

    @Test
    void a_consumer_can_keep_a_message_hidden_for_up_to_twelve_hours() {
        fixture.send(queue, "one");
        String handle = receive().receiptHandle();
        fixture.clock.advance(ofSeconds(20));

        queue.changeVisibility(CONSUMER, handle, ofHours(11));
        fixture.clock.advance(ofHours(11).minusSeconds(1));
        assertThat(queue.inFlightCount()).isEqualTo(1);
        assertThatThrownBy(() -> queue.changeVisibility(CONSUMER, handle, ofHours(1)))
                .hasMessageContaining("Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");

        fixture.clock.advance(ofSeconds(1));
        assertThat(queue.visibleCount()).isEqualTo(1);
        assertThatThrownBy(() -> queue.changeVisibility(CONSUMER, handle, ofSeconds(1)))
                .hasMessage("The specified message isn't in flight.");
    }

    @Test
    void a_message_that_is_gone_has_no_visibility_timeout_to_change() {
        fixture.send(queue, "one");
        String handle = receive().receiptHandle();
        queue.delete(CONSUMER, handle);

        assertThatThrownBy(() -> queue.changeVisibility(CONSUMER, handle, ofSeconds(1)))
                .hasMessageEndingWith(
                        "Reason: Message does not exist or is not available for visibility timeout change.");
    }

    @Test
    void a_receive_without_visibility_timeout_hides_nothing() {
        fixture.send(queue, "one");

        assertThat(queue.receive(CONSUMER, 10, Duration.ZERO, Duration.ZERO)).hasSize(1);

        assertThat(receive().receiveCount()).isEqualTo(2);
    }

    @Test
    void a_message_is_lost_when_its_retention_period_ends_even_in_flight() {
        fixture.send(queue, "visible");
        receive();
        fixture.clock.advance(ofDays(4).minusSeconds(1));
        assertThat(queue.visibleCount()).isEqualTo(1);
        receive();

        fixture.clock.advance(ofSeconds(1));

        assertThat(counts()).isEqualTo("0 visible, 0 in flight, 0 delayed");
        assertThat(fixture.hops(Hop.Kind.LOST))
                .extracting(Hop::reason)
                .containsExactly("It was older than the queue's message retention period of 345600 seconds.");
    }

    @Test
    void looking_at_messages_does_not_receive_them() {
        Message message = fixture.send(queue, "one");
        fixture.send(queue, "two");

        assertThat(queue.peek(1)).singleElement().satisfies(peeked -> {
            assertThat(peeked.messageId()).isEqualTo(message.id());
            assertThat(peeked.body()).isEqualTo("one");
            assertThat(peeked.receiveCount()).isZero();
        });
        assertThat(counts()).isEqualTo("2 visible, 0 in flight, 0 delayed");
    }

    @Test
    void a_purge_deletes_all_messages_once_a_minute() {
        fixture.send(queue, "visible");
        fixture.send(queue, "delayed", ofMinutes(1));

        queue.purge();

        assertThat(counts()).isEqualTo("0 visible, 0 in flight, 0 delayed");
        assertThat(fixture.hops(Hop.Kind.DELETED)).hasSize(2);
        fixture.clock.advance(ofSeconds(59));
        assertThatThrownBy(queue::purge)
                .hasMessage("Only one PurgeQueue operation on Inventory is allowed every 60 seconds.");
        fixture.clock.advance(ofSeconds(1));
        queue.purge();
    }

    @Test
    void knows_whether_somebody_reads() {
        assertThat(queue.hasConsumer()).isFalse();

        queue.receive(CONSUMER, 1);
        assertThat(queue.hasConsumer()).isTrue();
        fixture.clock.advance(ofSeconds(31));
        assertThat(queue.hasConsumer()).isFalse();

        try (var _ = queue.whenVisible(() -> {})) {
            assertThat(queue.hasConsumer()).isTrue();
        }
        assertThat(queue.hasConsumer()).isFalse();
    }

    private Received receive() {
        List<Received> received = queue.receive(CONSUMER, 1);
        assertThat(received)
                .as("messages visible at %s", fixture.clock.instant())
                .hasSize(1);
        return received.getFirst();
    }

    private String counts() {
        return "%d visible, %d in flight, %d delayed"
                .formatted(queue.visibleCount(), queue.inFlightCount(), queue.delayedCount());
    }
}
