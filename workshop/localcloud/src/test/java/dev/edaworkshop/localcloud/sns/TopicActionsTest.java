package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.Tag;

class TopicActionsTest {
    private final SnsFixture cloud = new SnsFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_topic_has_the_attributes_of_aws() {
        String topic = cloud.topic("orders", "DisplayName", "Orders", "SignatureVersion", "2");

        assertThat(attributes(topic))
                .containsOnlyKeys(
                        "TopicArn",
                        "Owner",
                        "DisplayName",
                        "Policy",
                        "EffectiveDeliveryPolicy",
                        "SignatureVersion",
                        "SubscriptionsConfirmed",
                        "SubscriptionsPending",
                        "SubscriptionsDeleted");
        assertThat(attributes(cloud.topic("orders.fifo", "FifoTopic", "true")))
                .containsEntry("FifoTopic", "true")
                .containsEntry("ContentBasedDeduplication", "false");
    }

    @Test
    void creating_again_answers_with_the_topic_unless_attributes_or_tags_differ() {
        String topic = cloud.topic("orders", "DisplayName", "Orders");
        Tag red = Tag.builder().key("team").value("red").build();

        assertThat(cloud.topic("orders")).isEqualTo(topic);
        assertThatThrownBy(() -> cloud.topic("orders", "DisplayName", "Other"))
                .hasMessageStartingWith(
                        "Invalid parameter: Attributes Reason: Topic already exists with different attributes");
        assertThatThrownBy(() ->
                        cloud.sns.createTopic(request -> request.name("orders").tags(red)))
                .hasMessageStartingWith("Invalid parameter: Tags Reason: Topic already exists with different tags");
    }

    @Test
    void tags_can_be_added_listed_and_removed() {
        String topic = cloud.topic("orders");
        Tag red = Tag.builder().key("team").value("red").build();

        cloud.sns.tagResource(request -> request.resourceArn(topic).tags(red));
        assertThat(cloud.sns.listTagsForResource(request -> request.resourceArn(topic)).tags())
                .containsExactly(red);
        cloud.sns.untagResource(request -> request.resourceArn(topic).tagKeys("team"));
        assertThat(cloud.sns.listTagsForResource(request -> request.resourceArn(topic)).tags())
                .isEmpty();
        assertThatThrownBy(() -> cloud.sns.listTagsForResource(request -> request.resourceArn(topic + "x")))
                .hasMessageStartingWith("Resource does not exist");
    }

    @Test
    void permissions_are_statements_of_the_topic_policy() {
        String topic = cloud.topic("orders");
        String before = attributes(topic).get("Policy");

        cloud.sns.addPermission(request -> request.topicArn(topic)
                .label("partner")
                .awsAccountIds("111111111111")
                .actionNames("Publish"));
        assertThat(attributes(topic).get("Policy"))
                .contains("\"Sid\":\"partner\"", "\"Action\":[\"SNS:Publish\"]", "111111111111:root");

        cloud.sns.removePermission(request -> request.topicArn(topic).label("partner"));
        assertThat(attributes(topic).get("Policy")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FifoTopic | true | Invalid parameter: AttributeName",
                "ContentBasedDeduplication | true | Invalid parameter: AttributeName",
                "SignatureVersion | 3 | Invalid parameter: SignatureVersion: Invalid value [3]. Must be one of 1, 2.",
                "ArchivePolicy | {} | The local cloud does not support the topic attribute ArchivePolicy of SNS."
            })
    void refuses_settings_by_name(String name, String value, String message) {
        String topic = cloud.topic("orders");

        assertThatThrownBy(() -> cloud.sns.setTopicAttributes(request ->
                        request.topicArn(topic).attributeName(name).attributeValue(value)))
                .hasMessageStartingWith(message);
    }

    @Test
    void a_topic_of_another_region_is_no_parameter_here() {
        assertThatThrownBy(() -> cloud.sns.publish(request -> request.topicArn(
                                "arn:aws:sns:eu-west-1:000000000000:orders")
                        .message("x")))
                .hasMessageStartingWith("Invalid parameter: TopicArn");
    }

    private Map<String, String> attributes(String topic) {
        return cloud.sns
                .getTopicAttributes(request -> request.topicArn(topic))
                .attributes();
    }
}
