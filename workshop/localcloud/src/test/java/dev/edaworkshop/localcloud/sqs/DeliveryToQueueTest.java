package dev.edaworkshop.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** What other services hand to queues. */
class DeliveryToQueueTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final Queue queue = cloud.account().queues().create("Inventory", Map.of());
    private final SnsClient sns = SnsClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("anybody", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final String topic =
            sns.createTopic(request -> request.name("ProductCreated")).topicArn();

    @AfterEach
    void close() {
        sns.close();
        cloud.close();
    }

    @Test
    void a_topic_delivers_to_a_queue_whose_policy_lets_it() {
        allow(topic);
        subscribe("false");

        String eventId = publish();

        assertThat(queue.peek(10)).singleElement().satisfies(message -> {
            assertThat(message.body()).contains("\"Type\":\"Notification\"").contains("\"Message\":\"hello\"");
            assertThat(message.attributes()).isEmpty();
            assertThat(message.eventId()).isEqualTo(eventId);
            assertThat(message.messageId()).isNotEqualTo(eventId);
        });
        assertThat(cloud.account().journal().hops())
                .extracting(Hop::kind)
                .containsExactly(Hop.Kind.PUBLISHED, Hop.Kind.DELIVERED);
    }

    @Test
    void raw_delivery_carries_the_message_attributes_over() {
        allow(topic);
        subscribe("true");

        publish();

        assertThat(queue.peek(10)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("hello");
            assertThat(message.attributes()).isEqualTo(Map.of("price", new Delivery.Attribute("Number", "9")));
        });
    }

    @Test
    void without_a_queue_policy_nothing_is_delivered_and_the_journal_says_what_is_missing() {
        subscribe("false");

        String eventId = publish();

        assertThat(queue.visibleCount()).isZero();
        assertThat(cloud.account().journal().hops())
                .filteredOn(hop -> hop.kind() == Hop.Kind.DENIED)
                .singleElement()
                .satisfies(hop -> {
                    assertThat(hop.eventId()).isEqualTo(eventId);
                    assertThat(hop.reason())
                            .isEqualTo(
                                    "User: sns.amazonaws.com is not authorized to perform: sqs:sendmessage on resource:"
                                            + " arn:aws:sqs:us-east-1:000000000000:Inventory because no resource-based policy"
                                            + " allows the sqs:sendmessage action. Queue Inventory needs a queue policy that allows"
                                            + " sns.amazonaws.com to perform sqs:SendMessage for"
                                            + " arn:aws:sns:us-east-1:000000000000:ProductCreated.");
                });
    }

    @Test
    void a_queue_policy_for_another_topic_does_not_help() {
        allow(topic + "Other");
        subscribe("false");

        publish();

        assertThat(queue.visibleCount()).isZero();
    }

    @Test
    void a_function_delivers_with_the_permission_of_its_role() {
        Principal function = new Principal.AssumedRole(LocalCloud.ACCOUNT_ID, "SearchRole", "Search");
        String functionArn = "arn:aws:lambda:us-east-1:000000000000:function:Search";

        var receipt = cloud.account()
                .queues()
                .accept(new Delivery(function, functionArn, queue.arn(), "failed event", Map.of(), "event-1"));

        assertThat(receipt)
                .isEqualTo(new DeliveryReceipt.Refused(
                        "NO_PERMISSIONS",
                        "User: arn:aws:sts::000000000000:assumed-role/SearchRole/Search is not authorized to perform:"
                                + " sqs:sendmessage on resource: arn:aws:sqs:us-east-1:000000000000:Inventory because no"
                                + " identity-based policy allows the sqs:sendmessage action",
                        false));
    }

    @Test
    void refuses_what_cannot_be_a_message_and_what_is_for_no_queue() {
        allow(topic);

        assertThat(deliver(queue.arn(), "\u0000"))
                .isInstanceOfSatisfying(DeliveryReceipt.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("InvalidMessageContents"));
        assertThat(deliver("arn:aws:sqs:us-east-1:000000000000:Nobody", "x"))
                .isEqualTo(new DeliveryReceipt.Refused(
                        "NO_RESOURCE", "The queue arn:aws:sqs:us-east-1:000000000000:Nobody does not exist.", false));
    }

    private DeliveryReceipt deliver(String queueArn, String body) {
        return cloud.account()
                .queues()
                .accept(new Delivery("sns.amazonaws.com", topic, queueArn, body, Map.of(), "event-1"));
    }

    private void allow(String topicArn) {
        cloud.account().queues().setAttributes(queue, Map.of("Policy", """
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                  "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(queue.arn(), topicArn)));
    }

    private void subscribe(String raw) {
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(queue.arn())
                .attributes(Map.of("RawMessageDelivery", raw)));
    }

    private String publish() {
        return sns.publish(request -> request.topicArn(topic)
                        .message("hello")
                        .messageAttributes(Map.of(
                                "price",
                                MessageAttributeValue.builder()
                                        .dataType("Number")
                                        .stringValue("9")
                                        .build())))
                .messageId();
    }
}
