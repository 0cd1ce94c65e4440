package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqsBatchTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:orders";

    @Test
    void the_event_is_what_lambda_sends() throws Exception {
        var received = new MessageSource.Received(
                "m-1",
                "handle",
                "{\"orderId\":\"42\"}",
                "e4e68fb7bd0e697a0ae8f1bb342846b3",
                Map.of(
                        "ApproximateReceiveCount", "1",
                        "SentTimestamp", "1763630100123",
                        "SenderId", "AROAEXAMPLE:session",
                        "ApproximateFirstReceiveTimestamp", "1763630100130"),
                Map.of("Author", new Delivery.Attribute("String", "Ann")),
                Optional.of("0123456789abcdef0123456789abcdef"),
                "event-1");

        String json = new SqsBatch(QUEUE, "us-east-1", List.of(received), false).json();

        assertThat(json).isEqualTo("""
                {"Records":[{"messageId":"m-1","receiptHandle":"handle","body":"{\\"orderId\\":\\"42\\"}",\
                "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1763630100123",\
                "SenderId":"AROAEXAMPLE:session","ApproximateFirstReceiveTimestamp":"1763630100130"},\
                "messageAttributes":{"Author":{"stringValue":"Ann","stringListValues":[],"binaryListValues":[],\
                "dataType":"String"}},"md5OfMessageAttributes":"0123456789abcdef0123456789abcdef",\
                "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",\
                "eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:orders","awsRegion":"us-east-1"}]}""");
    }

    @Test
    void without_attributes_their_digest_is_null() throws Exception {
        JsonNode event = new ObjectMapper().readTree(batch(true).json());

        assertThat(event.at("/Records/0/md5OfMessageAttributes").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"null", "", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void these_answers_mean_that_all_is_done(String answer) {
        assertThat(answerTo(batch(true), answer)).isEqualTo(new SqsBatch.Answer.SomeFailed(Set.of()));
    }

    @Test
    void a_reported_message_has_failed() {
        assertThat(answerTo(batch(true), "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}"))
                .isEqualTo(new SqsBatch.Answer.SomeFailed(Set.of("m-2")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"foo\":[]}",
                "not json",
                "\"done\"",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"id\":\"m-1\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"},{\"itemIdentifier\":\"m-9\"}]}"
            })
    void these_answers_fail_the_whole_batch(String answer) {
        assertThat(answerTo(batch(true), answer)).isInstanceOf(SqsBatch.Answer.AllFailed.class);
    }

    @Test
    void an_answer_nobody_asked_for_is_ignored() {
        assertThat(answerTo(batch(false), "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}"))
                .isEqualTo(new SqsBatch.Answer.SomeFailed(Set.of()));
    }

    private static SqsBatch.Answer answerTo(SqsBatch batch, String payload) {
        return batch.answer(new InvocationResult.Returned(payload, ""));
    }

    private static SqsBatch batch(boolean reportsItemFailures) {
        return new SqsBatch(QUEUE, "us-east-1", List.of(message("m-1"), message("m-2")), reportsItemFailures);
    }

    private static MessageSource.Received message(String id) {
        return new MessageSource.Received(id, "handle-" + id, "body", "", Map.of(), Map.of(), Optional.empty(), "e");
    }
}
