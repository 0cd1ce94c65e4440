package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.outbox.OutboxMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
    private final SnsFixture cloud = new SnsFixture();
    private final String topic = cloud.topic("orders");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void an_e_mail_address_gets_a_link_and_after_a_visit_the_messages() throws Exception {
        cloud.subscribe(topic, "email", "ada@example.com");
        publish("too early");
        assertThat(outbox()).singleElement().satisfies(question -> {
            assertThat(question.to()).isEqualTo("ada@example.com");
            assertThat(question.subject()).isEqualTo("AWS Notification - Subscription Confirmation");
        });

        var link = Pattern.compile("http://\\S+").matcher(outbox().getFirst().body());
        assertThat(link.find()).isTrue();
        WebSubscriptionTest.visit(link.group());
        publish("order 42");

        assertThat(outbox()).hasSize(2);
        assertThat(outbox().get(1)).satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(OutboxMessage.Kind.EMAIL);
            assertThat(mail.subject()).isEqualTo("News");
            assertThat(mail.body()).isEqualTo("order 42");
            assertThat(mail.sourceArn()).isEqualTo(topic);
        });
    }

    @Test
    void an_e_mail_in_json_is_the_envelope() throws Exception {
        cloud.subscribe(topic, "email-json", "ada@example.com");
        var question = new ObjectMapper().readTree(outbox().getFirst().body());
        cloud.sns.confirmSubscription(
                request -> request.topicArn(topic).token(question.path("Token").asText()));

        publish("order 42");

        assertThat(new ObjectMapper()
                        .readTree(outbox().get(1).body())
                        .path("Message")
                        .asText())
                .isEqualTo("order 42");
    }

    @Test
    void a_phone_number_needs_no_confirmation() {
        cloud.subscribe(topic, "sms", "+4915712345678");

        publish("order 42");

        assertThat(cloud.account.outbox().messagesTo("+4915712345678"))
                .extracting(OutboxMessage::kind, OutboxMessage::body)
                .containsExactly(tuple(OutboxMessage.Kind.SMS, "order 42"));
    }

    @Test
    void a_text_message_can_be_sent_to_a_number_directly() {
        String id = cloud.sns
                .publish(request -> request.phoneNumber("+4915712345678").message("hello"))
                .messageId();

        assertThat(outbox()).singleElement().satisfies(text -> {
            assertThat(text.body()).isEqualTo("hello");
            assertThat(text.eventId()).isEqualTo(id);
        });
        assertThatThrownBy(() ->
                        cloud.sns.publish(request -> request.phoneNumber("007").message("hello")))
                .hasMessageStartingWith("Invalid parameter: PhoneNumber Reason: 007 is not valid to publish to");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "email, nobody, Invalid parameter: Email address",
        "sms, 12, Invalid parameter: Invalid SMS endpoint: 12",
        "pigeon, here, Invalid parameter: Amazon SNS does not support this protocol string: pigeon",
        "firehose, here, The local cloud does not support the protocol firehose of SNS."
    })
    void refuses_what_is_no_address(String protocol, String endpoint, String message) {
        assertThatThrownBy(() -> cloud.subscribe(topic, protocol, endpoint)).hasMessageStartingWith(message);
    }

    private List<OutboxMessage> outbox() {
        return cloud.account.outbox().messages();
    }

    private void publish(String message) {
        cloud.sns.publish(request -> request.topicArn(topic).subject("News").message(message));
    }
}
