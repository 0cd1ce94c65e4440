package dev.edaworkshop.lab1.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

class WorkerTest {

    private static final String EVENT = """
            {"event_id": "e-1", "event_name": "product_created", "source": "playground",
             "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-0001", "name": "Wooden boat"}""";

    private final FakeQueue queue = new FakeQueue();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Worker worker =
            new Worker(queue, "the-queue", new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void prints_an_event_and_deletes_its_message() {
        queue.messages.add(message("m-1", EVENT));

        worker.poll();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("product_created", "p-0001", "Wooden boat", "playground");
        assertThat(queue.deleted).containsExactly("receipt-of-m-1");
    }

    @Test
    void leaves_a_broken_message_in_the_queue_and_goes_on() {
        queue.messages.add(message("m-1", "not an event"));
        queue.messages.add(message("m-2", EVENT));

        worker.poll();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Message m-1 stays in the queue", "not an event");
        assertThat(queue.deleted).containsExactly("receipt-of-m-2");
    }

    private static Message message(String id, String body) {
        return Message.builder()
                .messageId(id)
                .body(body)
                .receiptHandle("receipt-of-" + id)
                .build();
    }

    private static final class FakeQueue implements SqsClient {

        private final List<Message> messages = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            return ReceiveMessageResponse.builder().messages(messages).build();
        }

        @Override
        public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
            deleted.add(request.receiptHandle());
            return DeleteMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
