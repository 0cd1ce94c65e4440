package dev.edaworkshop.localcloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Malformed requests to every service: whatever arrives, the answer is AWS's error form and the client's fault.
 *
 * <p>Each request has its own seed; {@code -Dfuzz.seed=… -Dfuzz.requests=…} choose the first and how many.
 */
class MalformedRequestsTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20261121);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern AWS_ERROR = Pattern.compile("\"__type\"|<Code>|\"Type\":\"User\"|\"[mM]essage\"");

    @TempDir
    private Path directory;

    private final LocalCloud cloud = LocalCloud.start(0);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    @BeforeEach
    void deploy() {
        cloud.account().stacks().deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "orders"}},
                  "FifoTopic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "orders.fifo", "FifoTopic": true}},
                  "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}},
                  "FifoQueue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders.fifo", "FifoQueue": true}},
                  "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "shop"}},
                  "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                    "Name": "paid", "EventBusName": {"Ref": "Bus"}, "EventPattern": {"source": ["shop"]}}},
                  "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "shop"}},
                  "Limit": {"Type": "AWS::SSM::Parameter", "Properties": {
                    "Name": "/limits/orders", "Type": "String", "Value": "3"}},
                  "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/orders"}},
                  "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "users"}}}}"""));
    }

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    @Test
    void every_answer_is_a_success_or_an_error_of_the_client_in_the_form_of_aws() throws Exception {
        var requests = new RandomRequests(List.copyOf(cloud.account().services()));
        List<String> wrong = new ArrayList<>();
        for (long seed = SEED; seed < SEED + REQUESTS; seed++) {
            HttpRequest request = requests.request(seed);
            HttpResponse<String> answer;
            try {
                answer = send(request);
            } catch (IOException e) {
                wrong.add("seed %d: %s%n  no answer: %s".formatted(seed, described(request), e));
                continue;
            }
            boolean formless = answer.statusCode() >= 400
                    && !request.method().equals("HEAD")
                    && !AWS_ERROR.matcher(answer.body()).find();
            if (answer.statusCode() >= 500 && !isNotImplemented(answer) || formless) {
                wrong.add("seed %d: %s%n  answer %d %s"
                        .formatted(seed, described(request), answer.statusCode(), cut(answer.body())));
            }
        }

        assertThat(wrong)
                .as("%d of %d answers; the first: %s", wrong.size(), REQUESTS, String.join("\n", wrong))
                .isEmpty();
        assertThat(send(RandomRequests.callerIdentity()).statusCode())
                .as("the local cloud still works")
                .isEqualTo(200);
        client.close(); // and with it the connections that wait for further requests
        await().untilAsserted(() ->
                assertThat(RunningThreads.servingRequests(directory)).isEmpty());
    }

    /** Of S3 there are requests by the hundred that we do not support, for which S3 itself has this answer. */
    private static boolean isNotImplemented(HttpResponse<String> answer) {
        return answer.statusCode() == 501;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        List<String> query = request.query().entrySet().stream()
                .map(parameter ->
                        RandomRequests.encode(parameter.getKey()) + "=" + RandomRequests.encode(parameter.getValue()))
                .toList();
        URI uri =
                URI.create(cloud.endpoint() + request.path() + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        var builder = java.net.http.HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofByteArray(request.body()));
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (!List.of("content-length", "host", "expect").contains(header.getKey())) {
                builder.header(header.getKey(), header.getValue());
            }
        }
        return client.send(builder.build(), BodyHandlers.ofString());
    }

    private static String described(HttpRequest request) {
        return "%s %s %s %s %s"
                .formatted(
                        request.method(),
                        cut(request.path()),
                        request.query(),
                        request.headers(),
                        cut(new String(request.body(), StandardCharsets.UTF_8)));
    }

    private static String cut(String text) {
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }
}
