package dev.edaworkshop.localcloud.sqs;

import static dev.edaworkshop.localcloud.sqs.QueueFixture.CONSUMER;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedriveTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue deadLetters = fixture.queue("DeadLetters");

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "maxReceiveCount {0} allows {0} receives")
    @CsvSource({"1", "3"})
    void a_message_moves_when_it_would_be_received_once_more_than_allowed(int maxReceiveCount) {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, maxReceiveCount);
        Message message = fixture.send(queue, "poison");
        for (int i = 0; i < maxReceiveCount; i++) {
            assertThat(queue.receive(CONSUMER, 10)).hasSize(1);
            fixture.clock.advance(ofSeconds(30));
        }
        assertThat(queue.visibleCount()).as("visible before the last receive").isEqualTo(1);

        assertThat(queue.receive(CONSUMER, 10)).isEmpty();

        assertThat(queue.visibleCount()).isZero();
        Received dead = deadLetters.receive(CONSUMER, 10).getFirst();
        assertThat(dead.messageId()).isEqualTo(message.id());
        assertThat(dead.body()).isEqualTo("poison");
        assertThat(dead.eventId()).isEqualTo(message.id());
        assertThat(dead.systemAttributes())
                .containsEntry("ApproximateReceiveCount", String.valueOf(maxReceiveCount + 1))
                .containsEntry("SentTimestamp", String.valueOf(QueueFixture.NINE.toEpochMilli()))
                .containsEntry("DeadLetterQueueSourceArn", queue.arn());
        assertThat(fixture.hops(Hop.Kind.DEAD_LETTERED)).singleElement().satisfies(hop -> {
            assertThat(hop.from()).isEqualTo(queue.arn());
            assertThat(hop.to()).isEqualTo(deadLetters.arn());
            assertThat(hop.reason())
                    .isEqualTo("received %d times, maxReceiveCount is %d", maxReceiveCount, maxReceiveCount);
        });
    }

    @Test
    void a_dead_letter_expires_by_the_time_it_was_first_sent() {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 1);
        fixture.send(queue, "poison");
        queue.receive(CONSUMER, 1);
        fixture.clock.advance(ofDays(3));
        queue.receive(CONSUMER, 1);
        assertThat(deadLetters.visibleCount()).isEqualTo(1);

        fixture.clock.advance(ofDays(1));

        assertThat(deadLetters.visibleCount()).isZero();
    }

    @Test
    void good_messages_are_received_in_the_call_that_moves_the_bad_one() {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 1);
        fixture.send(queue, "bad");
        queue.receive(CONSUMER, 1);
        fixture.clock.advance(ofSeconds(30));
        fixture.send(queue, "good");

        assertThat(queue.receive(CONSUMER, 1)).extracting(Received::body).containsExactly("good");
        assertThat(deadLetters.peek(10)).singleElement().satisfies(dead -> {
            assertThat(dead.body()).isEqualTo("bad");
            assertThat(dead.deadLetterSourceArn()).contains(queue.arn());
        });
    }

    @Test
    void messages_stay_when_the_dead_letter_queue_has_been_deleted() {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 1);
        fixture.send(queue, "poison");
        queue.receive(CONSUMER, 1);
        fixture.clock.advance(ofSeconds(30));

        fixture.queues.delete(deadLetters);

        assertThat(queue.receive(CONSUMER, 1)).hasSize(1);
    }

    @Test
    void two_queues_may_be_each_others_dead_letter_queue() {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 1);
        fixture.queues.setAttributes(deadLetters, Map.of("RedrivePolicy", policy(queue.arn(), "2")));
        fixture.send(queue, "tennis ball");
        queue.receive(CONSUMER, 1);
        fixture.clock.advance(ofSeconds(30));
        queue.receive(CONSUMER, 1);
        deadLetters.receive(CONSUMER, 1);
        fixture.clock.advance(ofSeconds(30));

        deadLetters.receive(CONSUMER, 1);

        assertThat(queue.peek(1)).singleElement().satisfies(back -> assertThat(back.receiveCount())
                .isEqualTo(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | Redrive policy is not a valid JSON map.",
                "{\"maxReceiveCount\":3} | Redrive policy does not contain mandatory attribute: deadLetterTargetArn.",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:DeadLetters\"} | Redrive policy does not contain mandatory attribute: maxReceiveCount.",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:DeadLetters\",\"maxReceiveCount\":0} | Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both inclusive.",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:DeadLetters\",\"maxReceiveCount\":1001} | Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive.",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:Nobody\",\"maxReceiveCount\":3} | Dead letter target does not exist."
            })
    void refuses_a_redrive_policy_that_cannot_work(String policy, String reason) {
        assertThatThrownBy(() -> fixture.queues.create("Inventory", Map.of("RedrivePolicy", policy)))
                .hasMessage("Value %s for parameter RedrivePolicy is invalid. Reason: %s", policy, reason);
        assertThat(fixture.queues.all()).containsExactly(deadLetters);
    }

    @Test
    void the_count_may_be_a_text_and_is_answered_as_a_number() {
        Queue queue = fixture.queues.create("Inventory", Map.of("RedrivePolicy", policy(deadLetters.arn(), "\"3\"")));

        assertThat(queue.describe()).containsEntry("RedrivePolicy", policy(deadLetters.arn(), "3"));
    }

    @ParameterizedTest(name = "{0} allows: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"redrivePermission\":\"allowAll\"} | true",
                "{\"redrivePermission\":\"denyAll\"} | false",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"arn:aws:sqs:us-east-1:000000000000:Inventory\"]} | true",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"arn:aws:sqs:us-east-1:000000000000:Search\"]} | false"
            })
    void a_dead_letter_queue_says_whose_it_is(String allowPolicy, boolean allowed) {
        fixture.queues.setAttributes(deadLetters, Map.of("RedriveAllowPolicy", allowPolicy));

        if (allowed) {
            Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 3);
            assertThat(fixture.queues.deadLetterSources(deadLetters)).containsExactly(queue);
        } else {
            assertThatThrownBy(() -> fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 3))
                    .hasMessageContaining("The redrive allow policy of the dead-letter queue does not allow");
        }
    }

    @Test
    void an_empty_text_removes_a_redrive_policy() {
        Queue queue = fixture.queueWithDeadLetterQueue("Inventory", deadLetters, 3);

        fixture.queues.setAttributes(queue, Map.of("RedrivePolicy", ""));

        assertThat(queue.describe()).doesNotContainKey("RedrivePolicy");
        assertThat(fixture.queues.deadLetterSources(deadLetters)).isEmpty();
    }

    private static String policy(String deadLetterQueueArn, String maxReceiveCount) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%s}".formatted(deadLetterQueueArn, maxReceiveCount);
    }
}
