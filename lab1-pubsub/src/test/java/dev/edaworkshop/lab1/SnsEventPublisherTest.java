package dev.edaworkshop.lab1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsEventPublisherTest {

    private final RecordingSns sns = new RecordingSns();
    private final ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED);

    @Test
    void publishes_to_the_topic_that_carries_the_event() {
        new SnsEventPublisher(sns, Map.of("product_created", "arn:created", "product_deleted", "arn:deleted"))
                .publish(event);

        assertThat(sns.requests).singleElement().satisfies(request -> {
            assertThat(request.topicArn()).isEqualTo("arn:created");
            assertThat(ProductEvent.parse(request.message())).isEqualTo(event);
        });
    }

    @Test
    void shows_the_name_and_the_source_on_the_outside_of_the_message() {
        new SnsEventPublisher(sns, Map.of("product_created", "arn:created")).publish(event);

        assertThat(sns.requests.getFirst().messageAttributes())
                .hasEntrySatisfying(
                        "event_name", value -> assertThat(value.stringValue()).isEqualTo("product_created"))
                .hasEntrySatisfying(
                        "source", value -> assertThat(value.stringValue()).isEqualTo("back-office"));
    }

    @Test
    void finds_its_topics_in_the_environment() {
        SnsEventPublisher.fromEnvironment(
                        sns, Map.of("PRODUCT_CREATED_TOPIC_ARN", "arn:from-environment", "HOME", "/somewhere"))
                .publish(event);

        assertThat(sns.requests.getFirst().topicArn()).isEqualTo("arn:from-environment");
    }

    @Test
    void names_the_topics_there_are_if_none_carries_the_event() {
        var publisher = new SnsEventPublisher(sns, Map.of("create_product", "arn:shop"));

        assertThatThrownBy(() -> publisher.publish(event))
                .hasMessage("No topic carries product_created; there are topics for [create_product]."
                        + " ProductTopics says which topic carries which event.");
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
