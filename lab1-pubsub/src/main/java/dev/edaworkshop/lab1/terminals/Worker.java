package dev.edaworkshop.lab1.terminals;

import dev.edaworkshop.lab1.InvalidEventException;
import dev.edaworkshop.lab1.ProductEvent;
import java.io.PrintStream;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads the worker's queue until you press Ctrl-C, prints each event and deletes it.
 *
 * <p>To read and to delete are two requests. A message that was read and not deleted is hidden for a while and comes
 * back: so nothing is lost when a worker dies in the middle of its work.
 */
public final class Worker {

    // Long polling: the request waits at the queue for the next message, instead of asking again and again.
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final SqsClient sqs;
    private final String queueUrl;
    private final PrintStream out;

    Worker(SqsClient sqs, String queueUrl, PrintStream out) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.out = out;
    }

    /*
     * TODO 1.1  Four terminals.
     *
     * The shop on the pier has a catalogue that speaks and consumers that listen. Before you change anything, see it
     * happen. Open four terminals in the workshop's folder: one for the shop, one to watch, one for this worker, and one
     * for the playground, which publishes one event. There is nothing to write; the guide says what to start where, and
     * what to look for.
     *
     * Check:  ./lab check 1.1
     * Read:   guide/lab1-pubsub.md#11-four-terminals
     */
    public static void main(String[] args) {
        String queueUrl = Environment.require("WORKER_QUEUE_URL", "./lab run 1 worker");
        try (SqsClient sqs = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(WAIT.plusSeconds(10)))
                .build()) {
            System.out.printf("Waiting for events at %s%nCtrl-C ends the worker.%n", queueUrl);
            Worker worker = new Worker(sqs, queueUrl, System.out);
            while (true) {
                worker.poll();
            }
        } catch (SdkClientException e) {
            System.err.printf(
                    "The worker stops: %s%nIs the shop still running? Look at ./lab start 1.%n", e.getMessage());
            System.exit(1);
        }
    }

    /** Waits for messages, up to 20 seconds, and handles the ones that came. */
    void poll() {
        sqs.receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds((int) WAIT.toSeconds()))
                .messages()
                .forEach(this::handle);
    }

    private void handle(Message message) {
        try {
            ProductEvent event = ProductEvent.parse(message.body());
            out.printf("%s %s %s from %s%n", event.eventName(), event.productId(), event.facts(), event.source());
            delete(message);
        } catch (InvalidEventException e) {
            // Not deleted: it comes back, and after three times the queue puts it aside, where somebody can look at it.
            out.printf("Message %s stays in the queue: %s%n", message.messageId(), e.getMessage());
        }
    }

    private void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    }
}
