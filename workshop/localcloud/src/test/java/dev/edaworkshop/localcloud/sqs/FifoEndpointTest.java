package dev.edaworkshop.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.LocalCloud;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** FIFO queues through the AWS SDK. */
class FifoEndpointTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final SqsClient sqs = SqsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("anybody", "secret")))
            .build();

    @AfterEach
    void close() {
        sqs.close();
        cloud.close();
    }

    @Test
    void the_content_is_its_own_deduplication_id_where_the_queue_says_so() {
        String url = create(Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));

        var first = sqs.sendMessage(
                request -> request.queueUrl(url).messageGroupId("a").messageBody("hello"));
        var again = sqs.sendMessage(
                request -> request.queueUrl(url).messageGroupId("a").messageBody("hello"));

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.sequenceNumber()).isEqualTo(first.sequenceNumber()).hasSize(20);
        assertThat(sqs.receiveMessage(request -> request.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.attributesAsStrings())
                        .containsEntry("MessageGroupId", "a")
                        .containsEntry("SequenceNumber", first.sequenceNumber())
                        .containsEntry(
                                "MessageDeduplicationId",
                                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }

    @Test
    void a_queue_has_the_attributes_of_fifo_queues() {
        String url = create(Map.of());

        assertThat(sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributesAsStrings())
                .containsEntry("FifoQueue", "true")
                .containsEntry("ContentBasedDeduplication", "false")
                .containsEntry("DeduplicationScope", "queue")
                .containsEntry("FifoThroughputLimit", "perQueue");
    }

    @Test
    void high_throughput_goes_with_deduplication_by_group_only() {
        String url = create(Map.of());

        assertThatThrownBy(() -> sqs.setQueueAttributes(request -> request.queueUrl(url)
                        .attributes(Map.of(QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId"))))
                .hasMessageContaining("perMessageGroupId goes with DeduplicationScope messageGroup only");
        sqs.setQueueAttributes(request -> request.queueUrl(url)
                .attributes(Map.of(
                        QueueAttributeName.FIFO_THROUGHPUT_LIMIT,
                        "perMessageGroupId",
                        QueueAttributeName.DEDUPLICATION_SCOPE,
                        "messageGroup")));
    }

    @Test
    void one_entry_without_group_fails_alone_and_with_another_code_than_a_message() {
        String url = create(Map.of());

        var sent = sqs.sendMessageBatch(request -> request.queueUrl(url)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("good")
                                .messageBody("x")
                                .messageGroupId("a")
                                .messageDeduplicationId("1")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("bad")
                                .messageBody("x")
                                .messageDeduplicationId("2")
                                .build()));

        assertThat(sent.successful()).singleElement().satisfies(entry -> assertThat(entry.sequenceNumber())
                .hasSize(20));
        assertThat(sent.failed())
                .containsExactly(BatchResultErrorEntry.builder()
                        .id("bad")
                        .senderFault(true)
                        .code("InvalidParameterValue")
                        .message("The request must contain the parameter MessageGroupId.")
                        .build());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "no group",
                        "MissingParameter",
                        "The request must contain the parameter MessageGroupId.",
                        change(request -> request.messageGroupId(null))),
                Arguments.of(
                        "no deduplication id",
                        "InvalidParameterValue",
                        "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
                        change(request -> request.messageDeduplicationId(null))),
                Arguments.of(
                        "bad deduplication id",
                        "InvalidParameterValue",
                        "Value x y for parameter MessageDeduplicationId is invalid. Reason: MessageDeduplicationId can only include alphanumeric and punctuation characters. 1 to 128 in length.",
                        change(request -> request.messageDeduplicationId("x y"))),
                Arguments.of(
                        "a delay of its own",
                        "InvalidParameterValue",
                        "Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.",
                        change(request -> request.delaySeconds(2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses_as_aws_does(String what, String code, String message, Consumer<SendMessageRequest.Builder> change) {
        String url = create(Map.of());

        assertThatThrownBy(() -> sqs.sendMessage(request -> {
                    request.queueUrl(url).messageBody("x").messageGroupId("a").messageDeduplicationId("d");
                    change.accept(request);
                }))
                .isInstanceOfSatisfying(SqsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                });
    }

    private static Consumer<SendMessageRequest.Builder> change(Consumer<SendMessageRequest.Builder> change) {
        return change;
    }

    private String create(Map<QueueAttributeName, String> attributes) {
        Map<QueueAttributeName, String> all = new EnumMap<>(Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
        all.putAll(attributes);
        return sqs.createQueue(request -> request.queueName("orders.fifo").attributes(all))
                .queueUrl();
    }
}
