package dev.edaworkshop.lab1.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab1.reservations.QueueMessage;
import dev.edaworkshop.lab1.reservations.RunContext;
import dev.edaworkshop.lab1.terminals.QueuePoller.Reading;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

@Timeout(20)
class QueuePollerTest {

    private static final Reading READING = new Reading("the-queue", 10, Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final FakeQueue queue = new FakeQueue();
    private final RecordingFunction function = new RecordingFunction();
    private final List<Duration> pauses = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-20T09:15:00Z");
    private final QueuePoller poller = new QueuePoller(
            queue,
            READING,
            function::run,
            () -> now,
            pauses::add,
            new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void asks_as_it_was_told_and_deletes_only_what_is_done() {
        queue.answers("m-1", "broken", "m-3");
        function.notDone.add("broken");

        poller.run(3);

        assertThat(queue.received).singleElement().satisfies(request -> {
            assertThat(request.queueUrl()).isEqualTo("the-queue");
            assertThat(request.maxNumberOfMessages()).isEqualTo(10);
            assertThat(request.waitTimeSeconds()).isEqualTo(20);
            assertThat(request.visibilityTimeout()).isEqualTo(30);
        });
        assertThat(function.handled).containsExactly("m-1", "broken", "m-3");
        assertThat(queue.deleted).containsExactly("receipt-of-m-1", "receipt-of-m-3");
        assertThat(queue.givenBack).as("it becomes visible by itself").isEmpty();
    }

    @Test
    void deletes_nothing_before_the_function_is_done() {
        queue.answers("m-1");
        function.meanwhile = () -> assertThat(queue.deleted).isEmpty();

        poller.run(1);

        assertThat(queue.deleted).hasSize(1);
    }

    @Test
    void tells_the_function_to_end_before_others_can_see_the_messages() {
        queue.answers("m-1");
        function.meanwhile = () -> now = now.plusSeconds(12);

        poller.run(1);

        assertThat(function.remaining).containsExactly(Duration.ofSeconds(29), Duration.ofSeconds(17));
    }

    @Test
    void asked_to_stop_it_finishes_the_message_in_hand_and_gives_the_others_back() {
        queue.answers("m-1", "m-2");
        function.notDone.add("m-2");
        function.meanwhile = poller::stop;

        poller.run(Long.MAX_VALUE);

        assertThat(function.remaining).last().isEqualTo(Duration.ZERO);
        assertThat(queue.deleted).containsExactly("receipt-of-m-1");
        assertThat(queue.givenBack).containsExactly("receipt-of-m-2");
    }

    @Test
    void asked_to_stop_while_it_waits_it_ends_at_once() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        queue.answers.add(() -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("nobody counts down");
            } catch (InterruptedException e) {
                throw AbortedException.create("interrupted", e);
            }
        });

        Thread polling = Thread.ofVirtual().start(() -> poller.run(Long.MAX_VALUE));
        waiting.await();
        poller.stop();

        polling.join();
        assertThat(queue.received).hasSize(1);
    }

    @Test
    void a_closed_connection_is_tried_again_after_a_while() {
        queue.answers.add(() -> {
            throw SdkClientException.create("Connection reset");
        });
        queue.answers("m-1");

        poller.run(1);

        assertThat(queue.deleted).containsExactly("receipt-of-m-1");
        assertThat(pauses).containsExactly(Duration.ofMillis(200));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Connection reset", "Again in 200 ms");
    }

    @Test
    void gives_up_when_nobody_answers_for_long() {
        for (int i = 0; i < 6; i++) {
            queue.answers.add(() -> {
                throw SdkClientException.create("Connection refused");
            });
        }

        assertThatThrownBy(() -> poller.run(1)).hasMessageContaining("Connection refused");
        assertThat(pauses).hasSize(5).isSorted();
    }

    @Test
    void does_not_wait_for_a_queue_that_is_gone() {
        queue.answers.add(() -> {
            throw QueueDoesNotExistException.builder().message("gone").build();
        });

        assertThatThrownBy(() -> poller.run(1)).isInstanceOf(QueueDoesNotExistException.class);
        assertThat(pauses).isEmpty();
    }

    /** Keeps what it was asked to do. */
    private static final class RecordingFunction {

        private final List<String> handled = new ArrayList<>();
        private final List<String> notDone = new ArrayList<>();
        private final List<Duration> remaining = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        List<String> run(List<QueueMessage> messages, RunContext context) {
            remaining.add(context.remaining());
            messages.forEach(message -> handled.add(message.id()));
            meanwhile.run();
            remaining.add(context.remaining());
            return notDone;
        }
    }

    private static final class FakeQueue implements SqsClient {

        private final Deque<Supplier<ReceiveMessageResponse>> answers = new ArrayDeque<>();
        private final List<ReceiveMessageRequest> received = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();
        private final List<String> givenBack = new ArrayList<>();

        void answers(String... ids) {
            List<Message> messages = new ArrayList<>();
            for (String id : ids) {
                messages.add(Message.builder()
                        .messageId(id)
                        .body("the body of " + id)
                        .receiptHandle("receipt-of-" + id)
                        .build());
            }
            answers.add(
                    () -> ReceiveMessageResponse.builder().messages(messages).build());
        }

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            received.add(request);
            return answers.remove().get();
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
}
