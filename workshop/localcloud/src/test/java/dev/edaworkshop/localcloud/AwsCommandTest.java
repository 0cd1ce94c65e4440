package dev.edaworkshop.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.lambda.LambdaSettings;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code aws} command, as anybody has it installed, against the local cloud; skipped where it is not installed. */
class AwsCommandTest {
    @TempDir
    private Path home;

    private final LocalCloud cloud = LocalCloud.start(
            0,
            new LambdaSettings(
                    Path.of(System.getProperty("java.home")),
                    Path.of("target", "lambda-cache").toAbsolutePath()),
            (request, response) -> false);

    @BeforeEach
    void requireAws() {
        assumeTrue(aws().isPresent(), "the aws command is not installed");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void publishes_to_a_topic_and_receives_and_deletes_from_a_queue() throws Exception {
        String topic =
                run("sns", "create-topic", "--name", "orders").path("TopicArn").asText();
        String url = run("sqs", "create-queue", "--queue-name", "inventory")
                .path("QueueUrl")
                .asText();
        String queue = run("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All")
                .path("Attributes")
                .path("QueueArn")
                .asText();
        Path policy = Files.writeString(home.resolve("attributes.json"), attributes(topic, queue));
        run("sqs", "set-queue-attributes", "--queue-url", url, "--attributes", "file://" + policy);
        run("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", queue);

        assertThat(run("sns", "list-topics").toString()).contains(topic);
        assertThat(run("sqs", "list-queues").toString()).contains(url);

        String messageId = run("sns", "publish", "--topic-arn", topic, "--message", "42 boats")
                .path("MessageId")
                .asText();
        JsonNode received = run("sqs", "receive-message", "--queue-url", url, "--attribute-names", "All")
                .path("Messages")
                .path(0);
        assertThat(received.path("Body").asText()).contains("42 boats").contains(messageId);
        assertThat(received.path("Attributes").path("ApproximateReceiveCount").asText())
                .isEqualTo("1");

        run(
                "sqs",
                "delete-message",
                "--queue-url",
                url,
                "--receipt-handle",
                received.path("ReceiptHandle").asText());
        JsonNode counters = run("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All")
                .path("Attributes");
        assertThat(counters.path("ApproximateNumberOfMessages").asText()).isEqualTo("0");
        assertThat(counters.path("ApproximateNumberOfMessagesNotVisible").asText())
                .isEqualTo("0");
    }

    @Test
    void creates_invokes_changes_and_deletes_a_function() throws Exception {
        String roleArn = "arn:aws:iam::000000000000:role/Worker";
        Policy trust = Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}""");
        cloud.account().context().iam().putRole(new Role("Worker", roleArn, trust, Map.of(), Optional.empty()));
        Path zip = zipOf(Echo.class);

        run(
                "lambda",
                "create-function",
                "--function-name",
                "echo",
                "--role",
                roleArn,
                "--runtime",
                "java25",
                "--timeout",
                "20",
                "--handler",
                Echo.class.getName(),
                "--zip-file",
                "fileb://" + zip);
        Path answer = home.resolve("answer.json");
        run(
                "lambda",
                "invoke",
                "--function-name",
                "echo",
                "--cli-binary-format",
                "raw-in-base64-out",
                "--payload",
                "{\"boats\": 42}",
                answer.toString());
        assertThat(answer).hasContent("{\"boats\":42}");

        run("lambda", "update-function-configuration", "--function-name", "echo", "--memory-size", "256");
        assertThat(run("lambda", "publish-version", "--function-name", "echo")
                        .path("MemorySize")
                        .asInt())
                .isEqualTo(256);
        run("lambda", "delete-function", "--function-name", "echo");
        assertThat(run("lambda", "list-functions").path("Functions")).isEmpty();
    }

    private Path zipOf(Class<?> handler) throws IOException {
        String name = handler.getName().replace('.', '/') + ".class";
        Path file = home.resolve("code.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var content = handler.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
        }
        return file;
    }

    @Test
    void keeps_items_in_a_table() throws Exception {
        run(
                "dynamodb",
                "create-table",
                "--table-name",
                "products",
                "--billing-mode",
                "PAY_PER_REQUEST",
                "--attribute-definitions",
                "AttributeName=id,AttributeType=S",
                "--key-schema",
                "AttributeName=id,KeyType=HASH",
                "--stream-specification",
                "StreamEnabled=true,StreamViewType=NEW_IMAGE");
        run("dynamodb", "put-item", "--table-name", "products", "--item", "{\"id\": {\"S\": \"robot\"}}");

        assertThat(run("dynamodb", "scan", "--table-name", "products")
                        .at("/Items/0/id/S")
                        .asText())
                .isEqualTo("robot");
        assertThat(run("dynamodbstreams", "list-streams")
                        .at("/Streams/0/StreamArn")
                        .asText())
                .startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/products/stream/");
    }

    @Test
    void lists_APIs_and_user_pools() throws Exception {
        cloud.account().stacks().deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Rest": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "old"}},
                  "Http": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "new", "ProtocolType": "HTTP"}},
                  "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "customers"}}}}"""));

        JsonNode rest = run("apigateway", "get-rest-apis").path("items").path(0);
        JsonNode http = run("apigatewayv2", "get-apis").path("Items").path(0);
        assertThat(rest.path("name").asText()).isEqualTo("old");
        assertThat(http.path("Name").asText()).isEqualTo("new");
        assertThat(run(
                                "apigateway",
                                "get-resources",
                                "--rest-api-id",
                                rest.path("id").asText())
                        .toString())
                .contains("\"path\":\"/\"");
        assertThat(run("cognito-idp", "list-user-pools", "--max-results", "10").toString())
                .contains("customers");

        run("apigatewayv2", "delete-api", "--api-id", http.path("ApiId").asText());
        assertThat(run("apigatewayv2", "get-apis").path("Items")).isEmpty();
    }

    @Test
    void routes_events_by_a_rule() throws Exception {
        String url = run("sqs", "create-queue", "--queue-name", "paid")
                .path("QueueUrl")
                .asText();
        String queue = "arn:aws:sqs:us-east-1:000000000000:paid";
        String rule = run("events", "put-rule", "--name", "paid", "--event-pattern", "{\"source\": [\"shop\"]}")
                .path("RuleArn")
                .asText();
        Path policy = Files.writeString(
                home.resolve("attributes.json"),
                attributes(rule, queue).replace("sns.amazonaws.com", "events.amazonaws.com"));
        run("sqs", "set-queue-attributes", "--queue-url", url, "--attributes", "file://" + policy);
        run("events", "put-targets", "--rule", "paid", "--targets", "Id=queue,Arn=" + queue);

        JsonNode put = run(
                "events",
                "put-events",
                "--entries",
                "[{\"Source\": \"shop\", \"DetailType\": \"paid\", \"Detail\": \"{\\\"boats\\\": 42}\"}]");
        assertThat(put.path("FailedEntryCount").asInt()).isZero();
        assertThat(run("sqs", "receive-message", "--queue-url", url).toString()).contains("boats");
        assertThat(run("events", "test-event-pattern", "--event-pattern", "{\"source\": [\"shop\"]}", "--event", """
                                {"id": "1", "source": "shop", "detail-type": "paid", "account": "1", "region": "us-east-1",
                                 "time": "2026-11-21T00:00:00Z", "resources": [], "detail": {}}""")
                        .path("Result")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void copies_files_to_a_bucket_and_back() throws Exception {
        run("s3api", "create-bucket", "--bucket", "photos");
        Path file = Files.writeString(home.resolve("boat.txt"), "a boat");
        Path copy = home.resolve("copy.txt");

        say("s3", "cp", file.toString(), "s3://photos/boats/boat.txt");
        say("s3", "cp", "s3://photos/boats/boat.txt", copy.toString());

        assertThat(copy).hasContent("a boat");
        assertThat(say("s3", "ls", "s3://photos/boats/")).contains("boat.txt");
    }

    @Test
    void keeps_parameters() throws Exception {
        run("ssm", "put-parameter", "--name", "/limits/boats", "--type", "String", "--value", "42");

        assertThat(run("ssm", "get-parameter", "--name", "/limits/boats")
                        .at("/Parameter/Value")
                        .asText())
                .isEqualTo("42");
    }

    @Test
    void deploys_a_template() throws Exception {
        Path template = Files.writeString(home.resolve("template.yaml"), """
                Resources:
                  Orders: {Type: AWS::SNS::Topic, Properties: {TopicName: orders}}
                Outputs:
                  Topic: {Value: !Ref Orders}
                """);

        say("cloudformation", "deploy", "--stack-name", "Shop", "--template-file", template.toString());

        assertThat(run("cloudformation", "describe-stacks", "--stack-name", "Shop")
                        .at("/Stacks/0/Outputs/0/OutputValue")
                        .asText())
                .isEqualTo("arn:aws:sns:us-east-1:000000000000:orders");
        run("cloudformation", "delete-stack", "--stack-name", "Shop");
        assertThat(run("sns", "list-topics").path("Topics")).isEmpty();
    }

    @Test
    void lists_log_groups() throws Exception {
        run("logs", "create-log-group", "--log-group-name", "/boats");

        assertThat(run("logs", "describe-log-groups").toString()).contains("/boats");
    }

    @Test
    void knows_who_it_is() throws Exception {
        assertThat(run("sts", "get-caller-identity").path("Arn").asText()).isEqualTo("arn:aws:iam::000000000000:root");
    }

    private JsonNode run(String... arguments) throws IOException, InterruptedException {
        String said = say(arguments);
        return said.isBlank() ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(said);
    }

    private String say(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(aws().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--endpoint-url", cloud.endpoint().toString(), "--output", "json"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "AWS_REGION", "us-east-1",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "anything",
                        "AWS_SECRET_ACCESS_KEY", "goes",
                        "AWS_EC2_METADATA_DISABLED", "true"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s%n%s", String.join(" ", command), said)
                .isZero();
        return said;
    }

    /** A system's own one first: others on the path may be wrappers. */
    private static Optional<Path> aws() {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)))
                .map(folder -> Path.of(folder).resolve("aws"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String attributes(String topic, String queue) {
        String policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(queue, topic);
        return new ObjectMapper().createObjectNode().put("Policy", policy).toString();
    }
}
