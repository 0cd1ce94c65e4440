package dev.edaworkshop.localcloud.sns;

import static dev.edaworkshop.localcloud.sns.SnsFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which messages pass is a matter of the patterns package; here it is about what SNS does with the answer. */
class SubscriptionFilterTest {
    private final SnsFixture cloud = new SnsFixture();
    private final String topic = cloud.topic("products");
    private final Queue queue = cloud.queue("PriceHistory");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_message_that_does_not_match_is_filtered_and_the_journal_says_why() {
        cloud.subscribe(topic, queue, "FilterPolicy", "{\"change\": [\"REPRICED\"]}", "RawMessageDelivery", "true");

        publish("repriced", "REPRICED");
        publish("created", "CREATED");

        assertThat(cloud.bodies(queue)).containsExactly("repriced");
        assertThat(cloud.hops(Hop.Kind.FILTERED)).singleElement().satisfies(hop -> {
            assertThat(hop.from()).isEqualTo(topic);
            assertThat(hop.to()).isEqualTo(queue.arn());
            assertThat(hop.payload()).isEqualTo("created");
            assertThat(hop.reason()).isNotBlank();
        });
    }

    @Test
    void scope_and_policy_can_be_changed_and_removed() {
        String subscription = cloud.subscribe(topic, queue, "RawMessageDelivery", "true");
        set(subscription, "FilterPolicyScope", "MessageBody");
        set(subscription, "FilterPolicy", "{\"price\": {\"amount\": [{\"numeric\": [\">\", 10]}]}}");

        publish("{\"price\": {\"amount\": 9}}", "REPRICED");
        publish("{\"price\": {\"amount\": 11}}", "REPRICED");
        assertThat(cloud.bodies(queue)).containsExactly("{\"price\": {\"amount\": 11}}");
        assertThat(cloud.sns
                        .getSubscriptionAttributes(request -> request.subscriptionArn(subscription))
                        .attributes())
                .containsEntry("FilterPolicyScope", "MessageBody");

        set(subscription, "FilterPolicy", "");
        publish("anything", "REPRICED");
        assertThat(cloud.bodies(queue)).hasSize(2);
    }

    @Test
    void a_policy_is_refused_in_the_words_of_the_action() {
        String subscription = cloud.subscribe(topic, queue);

        assertThatThrownBy(() -> cloud.subscribe(topic, cloud.queue("Other"), "FilterPolicy", "{\"k\":[]}"))
                .hasMessageStartingWith(
                        "Invalid parameter: Attributes Reason: FilterPolicy: Empty arrays are not allowed");
        assertThatThrownBy(() -> set(subscription, "FilterPolicy", "{\"k\":[]}"))
                .hasMessageStartingWith("Invalid parameter: FilterPolicy: Empty arrays are not allowed");
        assertThatThrownBy(() -> set(subscription, "FilterPolicy", "{\"k\":{\"l\":[\"v\"]}}"))
                .hasMessageStartingWith(
                        "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy");
        assertThatThrownBy(() -> set(subscription, "FilterPolicyScope", "Body"))
                .hasMessageStartingWith(
                        "Invalid parameter: FilterPolicyScope: Invalid value [Body]. Please use either MessageBody or MessageAttributes");
        assertThatThrownBy(() -> set(subscription, "Colour", "red"))
                .hasMessageStartingWith("Invalid parameter: AttributeName");
    }

    @Test
    void a_topic_has_at_most_two_hundred_filter_policies() {
        for (int i = 0; i < 200; i++) {
            account().subscribe(topic, "sms", "+4915700000" + (100 + i), Map.of("FilterPolicy", "{\"k\":[\"v\"]}"));
        }
        String subscription = cloud.subscribe(topic, queue);

        assertThatThrownBy(() -> set(subscription, "FilterPolicy", "{\"k\":[\"v\"]}"))
                .hasMessageContaining("The topic has 200 subscriptions with a filter policy");
    }

    private Topics account() {
        return cloud.account.topics();
    }

    private void publish(String message, String change) {
        cloud.sns.publish(request -> request.topicArn(topic)
                .message(message)
                .messageAttributes(Map.of("change", attribute("String", change))));
    }

    private void set(String subscription, String name, String value) {
        cloud.sns.setSubscriptionAttributes(request ->
                request.subscriptionArn(subscription).attributeName(name).attributeValue(value));
    }
}
