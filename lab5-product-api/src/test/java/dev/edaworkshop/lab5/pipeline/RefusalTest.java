package dev.edaworkshop.lab5.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

class RefusalTest {

    @ParameterizedTest(name = "status {0} without an error code is worth another try: {1}")
    @CsvSource({"400, false", "403, false", "428, false", "429, true", "499, false", "500, true", "503, true"})
    void an_answer_without_an_error_code_is_judged_by_its_status(int status, boolean worthAnotherTry) {
        AwsServiceException page = EventBridgeException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().build())
                .build();
        AwsServiceException nothing =
                EventBridgeException.builder().statusCode(status).build();

        assertThat(refusal(page).isWorthAnotherTry()).isEqualTo(worthAnotherTry);
        assertThat(refusal(nothing).isWorthAnotherTry()).isEqualTo(worthAnotherTry);
    }

    @Test
    void an_error_code_says_more_than_the_status() {
        AwsServiceException malformed = EventBridgeException.builder()
                .statusCode(500)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("MalformedDetail").build())
                .build();

        assertThat(refusal(malformed).code()).isEqualTo("MalformedDetail");
        assertThat(refusal(malformed).isWorthAnotherTry()).isFalse();
    }

    @Test
    void each_provider_names_what_a_page_in_html_has_refused() {
        var bus = new EventBridgeProvider(new BusBehindABrokenProxy(), "harbour");
        var topic = new SnsProvider(new TopicBehindABrokenProxy(), "arn:aws:sns:us-east-1:000000000000:products");

        assertThat(bus.publish(Samples.events(1)).inWords()).isEqualTo("0 accepted, 1 refused: p-1 (Unreachable)");
        assertThat(topic.publish(Samples.events(1)).inWords()).isEqualTo("0 accepted, 1 refused: p-1 (Unreachable)");
    }

    private static Refusal refusal(AwsServiceException failure) {
        return new Refusal(Samples.events(1).getFirst(), Refusal.code(failure), "on purpose");
    }

    private static final class BusBehindABrokenProxy implements EventBridgeClient {

        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            throw EventBridgeException.builder().statusCode(503).build();
        }

        @Override
        public String serviceName() {
            return "events";
        }

        @Override
        public void close() {}
    }

    private static final class TopicBehindABrokenProxy implements SnsClient {

        @Override
        public PublishBatchResponse publishBatch(PublishBatchRequest request) {
            throw SnsException.builder().statusCode(503).build();
        }

        @Override
        public String serviceName() {
            return "sns";
        }

        @Override
        public void close() {}
    }
}
