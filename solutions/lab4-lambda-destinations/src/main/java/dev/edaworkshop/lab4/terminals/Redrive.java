package dev.edaworkshop.lab4.terminals;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Has failed payments done again, once the reason is repaired. Without {@code --go} it only says what it would do.
 *
 * <p>Lambda is asked again as it was asked the first time: {@link InvocationType} and {@link SdkBytes} are what that takes.
 */
public final class Redrive {

    private static final String HELP = """
            Usage: ./lab run 4 redrive [--dry-run | --go]

            Reads the queue of failed payments and says what is in it: which order, how often it was tried, and
            why it failed. Nothing is changed.

              --dry-run   what it does anyway: look, and change nothing
              --go        have each of them done again, and take it out of the queue
              --help      this text

            Repair the reason first; otherwise they fail again, and are back in the queue three minutes later.
            """;
    // Long enough to go through the queue, short enough that a redrive that was interrupted can be started again.
    private static final int HIDDEN_SECONDS = 60;

    private final SqsClient sqs;
    private final LambdaClient lambda;
    private final String queueUrl;
    private final String payments;
    private final PrintStream out;

    Redrive(SqsClient sqs, LambdaClient lambda, String queueUrl, String payments, PrintStream out) {
        this.sqs = sqs;
        this.lambda = lambda;
        this.queueUrl = queueUrl;
        this.payments = payments;
        this.out = out;
    }

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        boolean go = arguments.equals(List.of("--go"));
        if (!go && !arguments.isEmpty() && !arguments.equals(List.of("--dry-run"))) {
            System.err.printf("Unknown: %s%n%n%s", String.join(" ", arguments), HELP);
            System.exit(2);
        }
        String queueUrl = Environment.require("PAYMENT_FAILURES_QUEUE_URL", "./lab run 4 redrive");
        String payments = Environment.require("PAYMENTS_FUNCTION", "./lab run 4 redrive");
        var http = UrlConnectionHttpClient.builder();
        try (SqsClient sqs = SqsClient.builder().httpClientBuilder(http).build();
                LambdaClient lambda =
                        LambdaClient.builder().httpClientBuilder(http).build()) {
            var redrive = new Redrive(sqs, lambda, queueUrl, payments, System.out);
            System.exit(redrive.run(go) ? 0 : 1);
        } catch (SdkClientException e) {
            System.err.printf("Not redriven: %s%nIs the shop running? Look at ./lab start 4.%n", e.getMessage());
            System.exit(1);
        }
    }

    /** @return false if something in the queue cannot be redriven */
    boolean run(boolean go) {
        List<Message> messages = receiveAll();
        int redriven = 0;
        int strange = 0;
        for (Message message : messages) {
            try {
                FailureRecord failed = FailureRecord.parse(message.body());
                out.printf(
                        "%s order %s: %s after %d attempts, \"%s\"%n",
                        go ? "Again:" : "Would redrive",
                        failed.orderId(),
                        failed.condition(),
                        failed.attempts(),
                        failed.error());
                if (go) {
                    redrive(message, failed);
                    redriven++;
                } else {
                    giveBack(message);
                }
            } catch (IllegalArgumentException e) {
                out.printf("Left alone, message %s: %s%n", message.messageId(), e.getMessage());
                giveBack(message);
                strange++;
            }
        }
        out.println(summary(go, messages.size() - strange, redriven, strange));
        return strange == 0;
    }

    private static String summary(boolean go, int failed, int redriven, int strange) {
        String rest = strange == 0 ? "" : "; %d messages are no failed payments".formatted(strange);
        return go
                ? "%d of %d failed payments redriven%s".formatted(redriven, failed, rest)
                : "%d failed payments%s. Nothing was changed; ./lab run 4 redrive --go redrives them"
                        .formatted(failed, rest);
    }

    /** Has one failed request done again. */
    private void redrive(Message message, FailureRecord failed) {
        // begin exercise 4.6
        // The request, not the record around it; and asynchronously, as the first time: then Lambda tries again if it
        // has to, and reports the result to the same destinations.
        lambda.invoke(request -> request.functionName(payments)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(failed.requestPayload())));
        // Deleted only now that Lambda has it. If this program dies in between, the order is redriven twice, and
        // Payments knows how to bear that; the other way round it would be lost.
        delete(message);
        // end exercise 4.6
    }

    private List<Message> receiveAll() {
        List<Message> all = new ArrayList<>();
        List<Message> some;
        do {
            some = sqs.receiveMessage(request ->
                            request.queueUrl(queueUrl).maxNumberOfMessages(10).visibilityTimeout(HIDDEN_SECONDS))
                    .messages();
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    }

    private void giveBack(Message message) {
        sqs.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
    }
}
