package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsEndpointTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:Inventory";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Notifications";

    private final LocalCloud cloud = LocalCloud.start(0);
    private final SnsClient sns = client("anybody");
    private final RecordingTarget queues = new RecordingTarget("sqs");
    private final RecordingTarget functions = new RecordingTarget("lambda");

    SnsEndpointTest() {
        cloud.account().context().deliveries().register(queues);
        cloud.account().context().deliveries().register(functions);
    }

    @AfterEach
    void close() {
        sns.close();
        cloud.close();
    }

    @Test
    void a_queue_gets_the_message_in_the_envelope_of_aws() throws Exception {
        String topic = topic("orders");
        String subscription = subscribe(topic, "sqs", QUEUE, Map.of());

        String messageId = sns.publish(request -> request.topicArn(topic)
                        .subject("New order")
                        .message("{\"orderId\":\"42\"}")
                        .messageAttributes(Map.of("price", number("99.12"), "blob", binary())))
                .messageId();

        var envelope = new ObjectMapper().readTree(queues.received.getFirst().body());
        assertThat(envelope.fieldNames())
                .toIterable()
                .containsExactly(
                        "Type",
                        "MessageId",
                        "TopicArn",
                        "Subject",
                        "Message",
                        "Timestamp",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL",
                        "UnsubscribeURL",
                        "MessageAttributes");
        assertThat(envelope.path("MessageId").asText()).isEqualTo(messageId);
        assertThat(envelope.path("Message").asText()).isEqualTo("{\"orderId\":\"42\"}");
        assertThat(envelope.path("Timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(envelope.path("UnsubscribeURL").asText()).endsWith(subscription);
        assertThat(envelope.path("MessageAttributes"))
                .hasToString(
                        "{\"blob\":{\"Type\":\"Binary\",\"Value\":\"AgME\"},\"price\":{\"Type\":\"Number\",\"Value\":\"99.12\"}}");
    }

    @Test
    void raw_delivery_hands_over_the_text_and_the_attributes() {
        String topic = topic("orders");
        subscribe(topic, "sqs", QUEUE, Map.of("RawMessageDelivery", "true"));

        sns.publish(request -> request.topicArn(topic).message("42").messageAttributes(Map.of("price", number("1.5"))));

        Delivery delivery = queues.received.getFirst();
        assertThat(delivery.body()).isEqualTo("42");
        assertThat(delivery.attributes()).isEqualTo(Map.of("price", new Delivery.Attribute("Number", "1.5")));
        assertThat(delivery.sender().arn()).isEqualTo("sns.amazonaws.com");
        assertThat(delivery.sourceArn()).isEqualTo(topic);
    }

    @Test
    void a_function_gets_one_record_with_its_own_spellings() throws Exception {
        String topic = topic("orders");
        subscribe(topic, "lambda", FUNCTION, Map.of());

        sns.publish(request -> request.topicArn(topic).message("42").messageAttributes(Map.of("price", number("1.5"))));

        var sent = new ObjectMapper()
                .readTree(functions.received.getFirst().body())
                .path("Records");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path("EventSource").asText()).isEqualTo("aws:sns");
        var record = sent.get(0).path("Sns");
        assertThat(record.get("Subject").isNull()).isTrue();
        assertThat(record.has("SigningCertUrl")).isTrue();
        assertThat(record.path("MessageAttributes")).hasToString("{\"price\":{\"Type\":\"String\",\"Value\":\"1.5\"}}");
    }

    @Test
    void each_protocol_picks_its_own_text_from_a_json_structure() {
        String topic = topic("orders");
        subscribe(topic, "sqs", QUEUE, Map.of("RawMessageDelivery", "true"));

        sns.publish(request -> request.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"for all\",\"sqs\":\"for queues\"}"));

        assertThat(queues.received.getFirst().body()).isEqualTo("for queues");
    }

    @Test
    void what_one_subscriber_refuses_does_not_trouble_the_publisher_or_the_other_subscriber() {
        String topic = topic("orders");
        subscribe(topic, "sqs", QUEUE, Map.of());
        subscribe(topic, "lambda", FUNCTION, Map.of());
        queues.answer = new DeliveryReceipt.Refused("NO_PERMISSIONS", "the queue policy does not allow it", false);

        sns.publish(request -> request.topicArn(topic).message("42"));

        assertThat(functions.received).hasSize(1);
        assertThat(kinds()).containsExactly(Hop.Kind.PUBLISHED, Hop.Kind.REFUSED, Hop.Kind.LOST);
    }

    @Test
    void a_refused_message_goes_to_the_dead_letter_queue_of_the_subscription() {
        String topic = topic("orders");
        String deadLetters = "arn:aws:sqs:us-east-1:000000000000:DeadLetters";
        subscribe(
                topic,
                "lambda",
                FUNCTION,
                Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(deadLetters)));
        functions.answer = new DeliveryReceipt.Refused("NO_PERMISSIONS", "no", false);

        sns.publish(request -> request.topicArn(topic).message("42"));

        assertThat(queues.received).singleElement().satisfies(delivery -> {
            assertThat(delivery.targetArn()).isEqualTo(deadLetters);
            assertThat(delivery.body()).contains("\"UnsubscribeURL\"");
            assertThat(delivery.givenUp()).hasValue("no");
        });
    }

    @Test
    void a_batch_publishes_each_entry() {
        String topic = topic("orders");
        subscribe(topic, "sqs", QUEUE, Map.of("RawMessageDelivery", "true"));

        var answer = sns.publishBatch(request -> request.topicArn(topic)
                .publishBatchRequestEntries(IntStream.range(0, 10)
                        .mapToObj(i -> entry("e" + i, "message " + i))
                        .toList()));

        assertThat(answer.successful()).hasSize(10);
        assertThat(answer.failed()).isEmpty();
        assertThat(queues.received).extracting(Delivery::body).contains("message 0", "message 9");
    }

    @Test
    void a_function_without_permission_is_refused_as_aws_refuses_it() {
        String topic = topic("orders");
        cloud.account()
                .context()
                .iam()
                .putRole(new Role(
                        "CatalogueRole",
                        "arn:aws:iam::000000000000:role/CatalogueRole",
                        new Policy(List.of()),
                        Map.of(),
                        Optional.empty()));
        String key = cloud.issueKey(
                cloud.account(), new Principal.AssumedRole("000000000000", "CatalogueRole", "Catalogue"));

        try (SnsClient catalogue = client(key)) {
            assertThatThrownBy(() ->
                            catalogue.publish(request -> request.topicArn(topic).message("42")))
                    .isInstanceOfSatisfying(SnsException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AuthorizationError");
                        assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("User: arn:aws:sts::000000000000:assumed-role/CatalogueRole/Catalogue is not"
                                        + " authorized to perform: SNS:Publish on resource: " + topic
                                        + " because no identity-based policy allows the SNS:Publish action");
                    });
        }
        assertThat(kinds()).containsExactly(Hop.Kind.DENIED);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "unknown topic",
                        404,
                        "NotFound",
                        "Topic does not exist",
                        r -> r.topicArn("arn:aws:sns:us-east-1:000000000000:nope")),
                mistake(
                        "malformed ARN",
                        400,
                        "InvalidParameter",
                        "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1",
                        r -> r.topicArn("orders")),
                mistake(
                        "empty message",
                        400,
                        "InvalidParameter",
                        "Invalid parameter: Empty message",
                        r -> r.message("")),
                mistake(
                        "message of 262,145 bytes",
                        400,
                        "InvalidParameter",
                        "Invalid parameter: Message too long",
                        r -> r.message("x".repeat(262_145))),
                mistake("empty subject", 400, "InvalidParameter", "Invalid parameter: Subject", r -> r.subject("")),
                mistake(
                        "structure without default",
                        400,
                        "InvalidParameter",
                        "Invalid parameter: Message Structure - No default entry in JSON message body",
                        r -> r.messageStructure("json").message("{\"sqs\":\"x\"}")),
                mistake(
                        "structure that is no JSON",
                        400,
                        "InvalidParameter",
                        "Invalid parameter: Message Structure - JSON message body failed to parse",
                        r -> r.messageStructure("json").message("{")),
                mistake(
                        "attribute without value",
                        400,
                        "ParameterValueInvalid",
                        "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.",
                        r -> r.messageAttributes(Map.of("a", attribute("String", "")))),
                mistake(
                        "attribute of unknown type",
                        400,
                        "ParameterValueInvalid",
                        "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
                        r -> r.messageAttributes(Map.of("a", attribute("Text", "x")))),
                mistake(
                        "bad character in attribute name",
                        400,
                        "ParameterValueInvalid",
                        "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
                        r -> r.messageAttributes(Map.of("a^b", attribute("String", "x")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void answers_mistakes_as_aws_does(
            String what, int status, String code, String message, Consumer<PublishRequest.Builder> mistake) {
        String topic = topic("orders");

        assertThatThrownBy(() -> sns.publish(request -> {
                    request.topicArn(topic).message("42");
                    mistake.accept(request);
                }))
                .isInstanceOfSatisfying(SnsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(e.statusCode()).isEqualTo(status);
                });
    }

    @Test
    void what_is_not_supported_is_refused_by_name() {
        assertThatThrownBy(() -> sns.listPlatformApplications())
                .hasMessageContaining("The local cloud does not support action 'ListPlatformApplications' of sns.");
        assertThatThrownBy(() -> subscribe(topic("orders"), "sqs", QUEUE, Map.of("ReplayPolicy", "{}")))
                .hasMessageContaining(
                        "The local cloud does not support the subscription attribute ReplayPolicy of SNS.");
        assertThatThrownBy(() -> subscribe(topic("orders"), "http", "http://example.com/", Map.of()))
                .hasMessageContaining("delivers to 127.0.0.1 and localhost only");
    }

    @Test
    void subscribing_twice_answers_with_the_same_subscription() {
        String topic = topic("orders");

        assertThat(subscribe(topic, "sqs", QUEUE, Map.of())).isEqualTo(subscribe(topic, "sqs", QUEUE, Map.of()));
        assertThat(sns.listSubscriptionsByTopic(request -> request.topicArn(topic))
                        .subscriptions())
                .hasSize(1);
    }

    @Test
    void long_lists_come_in_pages() {
        IntStream.range(0, 250).forEach(i -> topic("topic-" + i));

        assertThat(sns.listTopicsPaginator().topics().stream().distinct()).hasSize(250);
    }

    @Test
    void a_request_for_another_region_is_told_so() {
        try (SnsClient elsewhere = SnsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .build()) {
            assertThatThrownBy(elsewhere::listTopics).hasMessageContaining("Set AWS_REGION=us-east-1");
        }
    }

    private List<Hop.Kind> kinds() {
        return cloud.account().journal().hops().stream().map(Hop::kind).toList();
    }

    private String topic(String name) {
        return sns.createTopic(request -> request.name(name)).topicArn();
    }

    private String subscribe(String topic, String protocol, String endpoint, Map<String, String> attributes) {
        return sns.subscribe(request -> request.topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .attributes(attributes))
                .subscriptionArn();
    }

    private SnsClient client(String accessKey) {
        return SnsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .build();
    }

    private static Arguments mistake(
            String what, int status, String code, String message, Consumer<PublishRequest.Builder> mistake) {
        return Arguments.of(what, status, code, message, mistake);
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private static MessageAttributeValue number(String value) {
        return attribute("Number", value);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static MessageAttributeValue binary() {
        return MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(new byte[] {2, 3, 4}))
                .build();
    }

    /** Keeps what it is handed. */
    private static final class RecordingTarget implements DeliveryTarget {
        private final String service;
        private final List<Delivery> received = new ArrayList<>();
        private DeliveryReceipt answer = new DeliveryReceipt.Accepted("id");

        RecordingTarget(String service) {
            this.service = service;
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public DeliveryReceipt accept(Delivery delivery) {
            if (answer instanceof DeliveryReceipt.Accepted) {
                received.add(delivery);
            }
            return answer;
        }
    }
}
