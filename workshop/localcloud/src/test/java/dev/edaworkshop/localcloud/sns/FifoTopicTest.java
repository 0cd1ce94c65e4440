package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class FifoTopicTest {
    private final SnsFixture cloud = new SnsFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_fifo_queue_gets_the_messages_in_their_order_with_group_and_deduplication_id() {
        String topic = cloud.topic("orders.fifo", "FifoTopic", "true");
        Queue queue = cloud.queue("orders.fifo");
        cloud.subscribe(topic, queue, "RawMessageDelivery", "true");

        for (int i = 1; i <= 5; i++) {
            publish(topic, "message " + i, "customer-1", "id-" + i);
        }

        List<Received> received = queue.receive("somebody", 10);
        assertThat(received)
                .extracting(
                        Received::body,
                        message -> message.systemAttributes().get("MessageGroupId"),
                        message -> message.systemAttributes().get("MessageDeduplicationId"))
                .startsWith(tuple("message 1", "customer-1", "id-1"))
                .endsWith(tuple("message 5", "customer-1", "id-5"))
                .hasSize(5);
        assertThat(received)
                .extracting(message -> message.systemAttributes().get("SequenceNumber"))
                .isSorted();
    }

    @Test
    void a_repetition_is_answered_as_the_first_and_delivered_once() {
        String topic = cloud.topic("orders.fifo", "FifoTopic", "true", "ContentBasedDeduplication", "true");
        Queue queue = cloud.queue("orders.fifo");
        cloud.subscribe(topic, queue);

        PublishResponse first = publish(topic, "hello", "a", null);
        PublishResponse again = publish(topic, "hello", "a", null);

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.sequenceNumber()).isEqualTo(first.sequenceNumber()).hasSize(20);
        assertThat(queue.peek(10)).hasSize(1);
        assertThat(cloud.hops(Hop.Kind.DEDUPLICATED)).hasSize(1);

        cloud.account.clock().advance(Duration.ofMinutes(5));
        assertThat(publish(topic, "hello", "a", null).messageId()).isNotEqualTo(first.messageId());
        assertThat(queue.peek(10)).hasSize(2);
    }

    @Test
    void a_standard_queue_gets_the_envelope_with_the_number_but_without_signature_and_group() throws Exception {
        String topic = cloud.topic("orders.fifo", "FifoTopic", "true");
        Queue queue = cloud.queue("orders");
        cloud.subscribe(topic, queue);

        String number = publish(topic, "hello", "a", "1").sequenceNumber();

        Received received = queue.receive("somebody", 1).getFirst();
        var envelope = new ObjectMapper().readTree(received.body());
        assertThat(envelope.fieldNames())
                .toIterable()
                .containsExactly(
                        "Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL");
        assertThat(envelope.path("SequenceNumber").asText()).isEqualTo(number);
        assertThat(received.systemAttributes())
                .doesNotContainKeys("MessageGroupId", "MessageDeduplicationId", "SequenceNumber");
    }

    @Test
    void a_standard_topic_passes_the_group_on_to_standard_queues() {
        String topic = cloud.topic("orders");
        Queue queue = cloud.queue("orders");
        cloud.subscribe(topic, queue);

        publish(topic, "hello", "a", null);

        assertThat(queue.receive("somebody", 1).getFirst().systemAttributes()).containsEntry("MessageGroupId", "a");
    }

    @Test
    void a_batch_has_a_number_for_each_entry_and_fails_as_a_whole_without_a_group() {
        String topic = cloud.topic("orders.fifo", "FifoTopic", "true", "ContentBasedDeduplication", "true");

        var answer = cloud.sns.publishBatch(
                request -> request.topicArn(topic).publishBatchRequestEntries(entry("1", "a"), entry("2", "a")));

        assertThat(answer.successful())
                .extracting(entry -> entry.sequenceNumber().length())
                .containsExactly(20, 20);
        assertThatThrownBy(() -> cloud.sns.publishBatch(request ->
                        request.topicArn(topic).publishBatchRequestEntries(entry("3", "a"), entry("4", null))))
                .hasMessageStartingWith("Invalid parameter: The MessageGroupId parameter is required for FIFO topics");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"orders.fifo, false", "orders, true"})
    void name_and_attribute_go_together(String name, String fifo) {
        assertThatThrownBy(() -> cloud.topic(name, "FifoTopic", fifo))
                .hasMessageStartingWith("Invalid parameter: Topic Name");
    }

    @Test
    void refuses_what_does_not_go_with_the_type_of_the_topic() {
        String standard = cloud.topic("orders");
        String fifo = cloud.topic("orders.fifo", "FifoTopic", "true");
        Queue fifoQueue = cloud.queue("orders.fifo");

        assertThatThrownBy(() -> cloud.subscribe(standard, fifoQueue))
                .hasMessageStartingWith(
                        "Invalid parameter: Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        assertThatThrownBy(() -> cloud.subscribe(
                        fifo,
                        fifoQueue,
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\"}"))
                .hasMessageContaining(
                        "RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        assertThatThrownBy(() -> publish(fifo, "x", "a", null))
                .hasMessageStartingWith(
                        "Invalid parameter: The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        assertThatThrownBy(() -> publish(standard, "x", "a", "1"))
                .hasMessageStartingWith(
                        "Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type");
    }

    private PublishResponse publish(String topic, String message, String group, String deduplicationId) {
        return cloud.sns.publish(request ->
                request.topicArn(topic).message(message).messageGroupId(group).messageDeduplicationId(deduplicationId));
    }

    private static PublishBatchRequestEntry entry(String id, String group) {
        return PublishBatchRequestEntry.builder()
                .id(id)
                .message(id)
                .messageGroupId(group)
                .build();
    }
}
