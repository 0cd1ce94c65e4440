package dev.edaworkshop.lab4.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

class RedriveTest {

    private static final String RECORD = """
            {"requestContext": {"condition": "RetriesExhausted", "approximateInvokeCount": 3},
             "requestPayload": {"data": {"order_id": "o-1", "amount": 24.90}},
             "responsePayload": {"errorMessage": "the bank is away"}}""";

    private final FakeQueue queue = new FakeQueue();
    private final RecordingLambda lambda = new RecordingLambda();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Redrive redrive =
            new Redrive(queue, lambda, "the-queue", "Payments", new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void says_what_it_would_do_and_changes_nothing() {
        queue.waiting.add(message("m-1", RECORD));

        assertThat(redrive.run(false)).isTrue();

        assertThat(printed())
                .contains("Would redrive order o-1: RetriesExhausted after 3 attempts, \"the bank is away\"")
                .contains("1 failed payments. Nothing was changed; ./lab run 4 redrive --go redrives them");
        assertThat(queue.givenBack).containsExactly("receipt-of-m-1");
        assertThat(queue.deleted).isEmpty();
        assertThat(lambda.invocations).isEmpty();
    }

    @Test
    void leaves_alone_what_is_no_failed_payment_and_says_so() {
        queue.waiting.add(message("m-1", "{\"data\": {}}"));
        queue.waiting.add(message("m-2", "no JSON"));

        assertThat(redrive.run(true)).isFalse();

        assertThat(printed())
                .contains("Left alone, message m-1: not a record of a failed invocation: requestContext is missing")
                .contains("Left alone, message m-2: not a record of a failed invocation: no JSON")
                .contains("0 of 0 failed payments redriven; 2 messages are no failed payments");
        assertThat(queue.givenBack).containsExactly("receipt-of-m-1", "receipt-of-m-2");
        assertThat(lambda.invocations).isEmpty();
    }

    @Test
    void a_record_keeps_the_request_as_it_was() {
        FailureRecord record = FailureRecord.parse(RECORD);

        assertThat(record.requestPayload()).isEqualTo("{\"data\":{\"order_id\":\"o-1\",\"amount\":24.90}}");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Message message(String id, String body) {
        return Message.builder()
                .messageId(id)
                .body(body)
                .receiptHandle("receipt-of-" + id)
                .build();
    }

    private static final class FakeQueue implements SqsClient {

        private final Deque<Message> waiting = new ArrayDeque<>();
        private final List<String> deleted = new ArrayList<>();
        private final List<String> givenBack = new ArrayList<>();

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            List<Message> messages = List.copyOf(waiting);
            waiting.clear();
            return ReceiveMessageResponse.builder().messages(messages).build();
        }

        @Override
        public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
            deleted.add(request.receiptHandle());
            return DeleteMessageResponse.builder().build();
        }

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            assertThat(request.visibilityTimeout()).isZero();
            givenBack.add(request.receiptHandle());
            return ChangeMessageVisibilityResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private static final class RecordingLambda implements LambdaClient {

        private final List<InvokeRequest> invocations = new ArrayList<>();

        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            invocations.add(request);
            return InvokeResponse.builder().statusCode(202).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
