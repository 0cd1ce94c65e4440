package dev.edaworkshop.lab2.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsEventPublisherTest {

    private static final Map<String, MessageAttributeValue> ATTRIBUTES = Map.of(
            "category",
            MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue("toys")
                    .build());

    private final RecordingSns sns = new RecordingSns();
    private final ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED);

    @Test
    void publishes_to_the_topic_that_carries_the_event() {
        publisher(Map.of("product_created", "arn:created", "product_deleted", "arn:deleted"))
                .publish(event);

        assertThat(sns.requests).singleElement().satisfies(request -> {
            assertThat(request.topicArn()).isEqualTo("arn:created");
            assertThat(ProductEvent.parse(request.message())).isEqualTo(event);
        });
    }

    @Test
    void puts_the_attributes_on_the_outside_of_the_message() {
        publisher(Map.of("product_created", "arn:created")).publish(event);

        assertThat(sns.requests.getFirst().messageAttributes()).isEqualTo(ATTRIBUTES);
    }

    @Test
    void finds_its_topics_in_the_environment() {
        assertThat(SnsEventPublisher.topicsIn(
                        Map.of("PRODUCT_CREATED_TOPIC_ARN", "arn:from-environment", "HOME", "/somewhere")))
                .isEqualTo(Map.of("product_created", "arn:from-environment"));
    }

    @Test
    void names_the_topics_there_are_if_none_carries_the_event() {
        var publisher = publisher(Map.of("product_deleted", "arn:deleted"));

        assertThatThrownBy(() -> publisher.publish(event))
                .hasMessage("No topic carries product_created; there are topics for [product_deleted]."
                        + " ProductTopics says which topic carries which event.");
    }

    private SnsEventPublisher publisher(Map<String, String> topicArns) {
        return new SnsEventPublisher(sns, topicArns, published -> ATTRIBUTES);
    }

    private static final class RecordingSns implements SnsClient {

        private final List<PublishRequest> requests = new ArrayList<>();

        @Override
        public PublishResponse publish(PublishRequest request) {
            requests.add(request);
            return PublishResponse.builder().messageId("m-" + requests.size()).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
