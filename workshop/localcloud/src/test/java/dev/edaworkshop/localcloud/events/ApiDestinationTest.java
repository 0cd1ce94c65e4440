package dev.edaworkshop.localcloud.events;

import static dev.edaworkshop.localcloud.events.EventsFixture.ANY_ORDER;
import static dev.edaworkshop.localcloud.events.EventsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ConnectionBodyParameter;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

class ApiDestinationTest {
    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;
    private final WebServer server = new WebServer();
    private final String role = fixture.role("Call", "events.amazonaws.com", allow("events:InvokeApiDestination", "*"));

    @AfterEach
    void close() {
        server.close();
        fixture.close();
    }

    @Test
    void calls_the_web_server_with_the_key_of_the_connection() {
        String destination = destination(connection(
                "API_KEY",
                connection -> connection.authParameters(auth -> auth.apiKeyAuthParameters(
                                key -> key.apiKeyName("x-api-key").apiKeyValue("secret"))
                        .invocationHttpParameters(http -> http.bodyParameters(ConnectionBodyParameter.builder()
                                .key("tenant")
                                .value("shop")
                                .build())))));
        rule(
                destination,
                target -> target.httpParameters(http -> http.pathParameterValues("a b")
                        .queryStringParameters(Map.of("q", "1&2"))
                        .headerParameters(Map.of("x-trace", "t1"))));

        String id = fixture.put("{}");
        drain();

        Call call = server.calls.getFirst();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).isEqualTo("/orders/a%20b?q=1%262");
        assertThat(call.headers())
                .containsEntry("X-api-key", "secret")
                .containsEntry("X-trace", "t1")
                .containsEntry("Content-type", "application/json; charset=utf-8");
        assertThat(EventsFixture.json(call.body()).path("id").asText()).isEqualTo(id);
        assertThat(EventsFixture.json(call.body()).path("tenant").asText()).isEqualTo("shop");
        assertThat(fixture.hops(Hop.Kind.DELIVERED)).hasSize(1);
    }

    @Test
    void a_server_that_fails_is_called_again_and_given_up_in_the_end() {
        server.answers.addAll(List.of(500, 429, 503));
        Queue deadLetters = fixture.queue("dead-letters");
        rule(destination(basic()), target -> target.retryPolicy(policy -> policy.maximumRetryAttempts(2))
                .deadLetterConfig(config -> config.arn(deadLetters.arn())));

        fixture.put("{}");
        drain();

        assertThat(server.calls).hasSize(3).allSatisfy(call -> assertThat(call.headers())
                .containsEntry("Authorization", "Basic YW5uOnNlY3JldA=="));
        assertThat(deadLetters.peek(10).getFirst().attributes())
                .containsEntry("ERROR_CODE", new Delivery.Attribute("String", "ERROR_FROM_TARGET"))
                .containsEntry("RETRY_ATTEMPTS", new Delivery.Attribute("String", "2"));
    }

    @Test
    void a_client_error_is_not_tried_again() {
        server.answers.add(404);
        rule(destination(basic()), target -> {});

        fixture.put("{}");
        drain();

        assertThat(server.calls).hasSize(1);
        assertThat(fixture.hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("answered with status 404"));
    }

    @Test
    void calls_come_no_faster_than_the_destination_wants() {
        rule(destination(basic()), target -> {});
        for (int i = 0; i < 5; i++) {
            fixture.put("{}");
        }

        assertThat(fixture.cloud.account().clock().drain(Duration.ofMinutes(1)).passed())
                .as("two a second")
                .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(30));
        assertThat(server.calls).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/orders", "http://10.0.0.1/", "file:///etc/passwd", "nonsense"})
    void leads_nowhere_but_to_this_machine(String endpoint) {
        String connection = basic();

        assertThatThrownBy(() -> events.createApiDestination(request -> request.name("orders")
                        .connectionArn(connection)
                        .httpMethod("POST")
                        .invocationEndpoint(endpoint)))
                .hasMessageContaining("The local cloud calls http://127.0.0.1 only");
    }

    @Test
    void refuses_oauth_by_name() {
        assertThatThrownBy(
                        () -> connection("OAUTH_CLIENT_CREDENTIALS", connection -> connection.authParameters(a -> {})))
                .hasMessageContaining("The local cloud does not support connections with OAuth");
    }

    @Test
    void is_deployed_from_a_template_and_does_not_tell_the_secret() {
        fixture.cloud.account().stacks().deploy(StackRequest.of("Api", """
                {"Resources": {
                  "Connection": {"Type": "AWS::Events::Connection", "Properties": {
                    "AuthorizationType": "API_KEY",
                    "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": "secret"}}}},
                  "Destination": {"Type": "AWS::Events::ApiDestination", "Properties": {
                    "ConnectionArn": {"Fn::GetAtt": ["Connection", "Arn"]}, "HttpMethod": "PUT",
                    "InvocationEndpoint": "%s/stock"}},
                  "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                    "EventPattern": {"source": ["shop.orders"]},
                    "Targets": [{"Id": "Target0", "Arn": {"Fn::GetAtt": ["Destination", "Arn"]}, "RoleArn": "%s"}]}}
                }}""".formatted(server.url(), role)));

        fixture.put("{}");
        drain();

        assertThat(server.calls).singleElement().satisfies(call -> assertThat(call.method() + " " + call.uri())
                .isEqualTo("PUT /stock"));
        String name =
                events.listConnections(request -> {}).connections().getFirst().name();
        assertThat(events.describeConnection(request -> request.name(name)).toString())
                .contains("ApiKeyName=k")
                .doesNotContain("secret\"");
    }

    private String basic() {
        return connection(
                "BASIC",
                connection -> connection.authParameters(auth ->
                        auth.basicAuthParameters(basic -> basic.username("ann").password("secret"))));
    }

    private String connection(String type, Consumer<CreateConnectionRequest.Builder> change) {
        return events.createConnection(CreateConnectionRequest.builder()
                        .name("shop")
                        .authorizationType(type)
                        .applyMutation(change)
                        .build())
                .connectionArn();
    }

    private String destination(String connection) {
        return events.createApiDestination(request -> request.name("orders")
                        .connectionArn(connection)
                        .httpMethod("POST")
                        .invocationRateLimitPerSecond(2)
                        .invocationEndpoint(server.url() + "/orders/*"))
                .apiDestinationArn();
    }

    private void rule(String destination, Consumer<Target.Builder> change) {
        fixture.rule("orders", ANY_ORDER, target -> {
            target.arn(destination).roleArn(role);
            change.accept(target);
        });
    }

    private void drain() {
        fixture.cloud.account().clock().drain(Duration.ofHours(24));
    }

    private record Call(String method, String uri, Map<String, String> headers, String body) {}

    /** Answers 200, or what a test has it answer first. */
    private static final class WebServer implements AutoCloseable {
        final List<Call> calls = new CopyOnWriteArrayList<>();
        final Deque<Integer> answers = new ArrayDeque<>();
        private final HttpServer http;

        WebServer() {
            try {
                http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            http.createContext("/", this::answer);
            http.start();
        }

        String url() {
            return "http://127.0.0.1:" + http.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(
                    Optional.ofNullable(answers.pollFirst()).orElse(200), -1);
            exchange.close();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
