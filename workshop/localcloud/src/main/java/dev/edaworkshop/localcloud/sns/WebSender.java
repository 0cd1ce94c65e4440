package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts messages to web servers on this machine.
 *
 * <p>An answer of 2xx is a success. Any other 4xx than 429 is the client's fault and final; everything else, silence
 * included, is tried again.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">HTTP(S) endpoints</a>
 */
final class WebSender implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** As long as AWS waits. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final int TOO_MANY_REQUESTS = 429;

    private final AccountContext account;
    private Optional<HttpClient> client = Optional.empty();

    WebSender(AccountContext account) {
        this.account = account;
    }

    DeliveryReceipt post(Notification notification, int attempt) {
        Subscription subscription = notification.subscription();
        Publication publication = notification.publication();
        String body = subscription.isRaw()
                ? publication.message().bodyFor(subscription.protocol())
                : notification.envelope().json();
        HttpRequest.Builder request = request(subscription, "Notification", publication.id(), body)
                .header("x-amz-sns-subscription-arn", subscription.arn());
        if (subscription.isRaw()) {
            request.header("x-amz-sns-rawdelivery", "true");
        }
        DeliveryReceipt receipt = send(request.build());
        if (receipt instanceof DeliveryReceipt.Accepted) {
            account.journal()
                    .hop(Hop.Kind.DELIVERED)
                    .from(subscription.topicArn())
                    .to(subscription.endpoint())
                    .event(publication.id())
                    .attempt(attempt)
                    .carrying(body)
                    .record();
        }
        return receipt;
    }

    /** Asks once, and again as often as a message would be sent again. */
    void ask(Confirmation confirmation) {
        ask(confirmation, 1, Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        client.ifPresent(HttpClient::shutdownNow);
    }

    private void ask(Confirmation confirmation, int attempt, Duration pause) {
        Subscription subscription = confirmation.subscription();
        account.clock().schedule(pause, "SNS confirmation of " + subscription.endpoint(), () -> {
            HttpRequest request = request(subscription, "SubscriptionConfirmation", "", confirmation.json())
                    .build();
            if (send(request) instanceof DeliveryReceipt.Refused refused && refused.retryable()) {
                RetrySchedule.HTTP.pauseBefore(attempt).ifPresent(next -> ask(confirmation, attempt + 1, next));
            }
        });
    }

    private static HttpRequest.Builder request(Subscription subscription, String type, String messageId, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(TIMEOUT)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .header("x-amz-sns-message-type", type)
                .header("x-amz-sns-topic-arn", subscription.topicArn())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return messageId.isEmpty() ? request : request.header("x-amz-sns-message-id", messageId);
    }

    private DeliveryReceipt send(HttpRequest request) {
        try {
            int status = client().send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                return new DeliveryReceipt.Accepted(String.valueOf(status));
            }
            return new DeliveryReceipt.Refused(
                    String.valueOf(status),
                    "%s answered %d".formatted(request.uri(), status),
                    status / 100 != 4 || status == TOO_MANY_REQUESTS);
        } catch (IOException e) {
            return new DeliveryReceipt.Refused(
                    "ConnectionFailed", "%s did not answer: %s".formatted(request.uri(), e), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryReceipt.Refused("Interrupted", "the local cloud is being closed", false);
        }
    }

    private synchronized HttpClient client() {
        HttpClient existing = client.orElseGet(() -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        client = Optional.of(existing);
        return existing;
    }
}
