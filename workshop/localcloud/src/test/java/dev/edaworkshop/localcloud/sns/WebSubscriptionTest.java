package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSubscriptionTest {
    private final SnsFixture cloud = new SnsFixture();
    private final String topic = cloud.topic("orders");
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String url;
    private volatile int answer = 200;

    private record Posted(String type, String raw, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            posted.add(new Posted(
                    headers.getFirst("x-amz-sns-message-type"),
                    headers.getFirst("x-amz-sns-rawdelivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:%d/orders".formatted(server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        server.stop(0);
        cloud.close();
    }

    @Test
    void a_web_server_is_asked_to_confirm_and_then_gets_the_messages() throws Exception {
        String pending = cloud.sns
                .subscribe(request -> request.topicArn(topic).protocol("http").endpoint(url))
                .subscriptionArn();
        publish("too early");
        drain();

        assertThat(pending).isEqualTo("pending confirmation");
        assertThat(posted).singleElement().satisfies(question -> {
            assertThat(question.type()).isEqualTo("SubscriptionConfirmation");
            assertThat(question.json().fieldNames())
                    .toIterable()
                    .containsExactly(
                            "Type",
                            "MessageId",
                            "Token",
                            "TopicArn",
                            "Message",
                            "SubscribeURL",
                            "Timestamp",
                            "SignatureVersion",
                            "Signature",
                            "SigningCertURL");
        });
        assertThat(cloud.sns
                        .getTopicAttributes(request -> request.topicArn(topic))
                        .attributes())
                .containsEntry("SubscriptionsPending", "1")
                .containsEntry("SubscriptionsConfirmed", "0");

        visit(posted.getFirst().json().path("SubscribeURL").asText());
        publish("now");
        drain();

        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).type()).isEqualTo("Notification");
        assertThat(posted.get(1).json().path("Message").asText()).isEqualTo("now");
        assertThat(cloud.hops(Hop.Kind.DELIVERED)).extracting(Hop::to).containsExactly(url);
    }

    @Test
    void raw_delivery_posts_the_message_as_it_is() {
        confirmed("RawMessageDelivery", "true");

        publish("just this");
        drain();

        assertThat(posted.getLast()).isEqualTo(new Posted("Notification", "true", "just this"));
    }

    @Test
    void a_server_that_fails_is_tried_again_every_twenty_seconds_then_the_message_is_a_dead_letter() {
        Queue dead = cloud.queue("dead");
        confirmed("RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(dead.arn()));
        answer = 503;

        publish("hello");
        cloud.account.clock().drain(Duration.ofMinutes(5));

        assertThat(posted).as("one question, one try, three retries").hasSize(5);
        assertThat(cloud.hops(Hop.Kind.RETRY_SCHEDULED))
                .extracting(Hop::reason)
                .hasSize(3)
                .containsOnly("It will be tried again in 20.0 seconds.");
        assertThat(cloud.bodies(dead)).hasSize(1);
    }

    @Test
    void a_delivery_policy_changes_the_retries() {
        confirmed("DeliveryPolicy", "{\"healthyRetryPolicy\":{\"numRetries\":1,\"numNoDelayRetries\":1}}");
        answer = 503;

        publish("hello");
        drain();

        assertThat(posted).as("one question, one try, one retry").hasSize(3);
    }

    @Test
    void what_the_server_refuses_is_lost_at_once() {
        confirmed();
        answer = 404;

        publish("hello");
        drain();

        assertThat(posted).hasSize(2);
        assertThat(cloud.hops(Hop.Kind.LOST))
                .extracting(Hop::reason)
                .singleElement()
                .asString()
                .contains("answered 404");
    }

    @Test
    void a_token_is_good_for_its_topic_and_for_two_days() {
        cloud.subscribe(topic, "http", url);
        drain();
        String token = posted.getFirst().json().path("Token").asText();

        assertThatThrownBy(() -> confirm("another")).hasMessageStartingWith("Invalid parameter: Token");
        cloud.account.clock().advance(Duration.ofDays(2));
        assertThatThrownBy(() -> confirm(token)).hasMessageStartingWith("Invalid parameter: Token");
    }

    @Test
    void protocol_and_url_go_together() {
        assertThatThrownBy(() -> cloud.subscribe(topic, "https", url))
                .hasMessageStartingWith("Invalid parameter: Endpoint must match the specified protocol");
    }

    private void confirmed(String... attributes) {
        cloud.subscribe(topic, "http", url, attributes);
        drain();
        confirm(posted.getFirst().json().path("Token").asText());
    }

    private void confirm(String token) {
        cloud.sns.confirmSubscription(request -> request.topicArn(topic).token(token));
    }

    private void publish(String message) {
        cloud.sns.publish(request -> request.topicArn(topic).message(message));
    }

    private void drain() {
        cloud.account.clock().drain(Duration.ofSeconds(5));
    }

    /** As a person does who clicks on it: without credentials. */
    static void visit(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
