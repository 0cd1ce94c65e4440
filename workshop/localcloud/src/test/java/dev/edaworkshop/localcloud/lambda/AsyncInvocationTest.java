package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.sns.Topic;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

class AsyncInvocationTest {
    private static final String EVENT = "{\"orderId\":\"42\"}";

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_failing_event_is_tried_again_after_one_and_two_more_minutes() {
        Function thrower = create(TestFunctions.aFunction(account, Thrower.class));

        invokeLater(thrower);
        Duration passed = account.clock().drain(Duration.ofHours(1)).passed();

        List<Hop> invoked = hops(Hop.Kind.INVOKED);
        assertThat(invoked).extracting(Hop::attempt).containsExactly(1, 2, 3);
        assertThat(invoked).extracting(Hop::reason).containsOnly("Event: nobody waits for the result");
        assertThat(Duration.between(invoked.get(0).time(), invoked.get(1).time()))
                .isBetween(Duration.ofMinutes(1), Duration.ofSeconds(80));
        assertThat(Duration.between(invoked.get(1).time(), invoked.get(2).time()))
                .isBetween(Duration.ofMinutes(2), Duration.ofSeconds(140));
        assertThat(passed).isGreaterThan(Duration.ofMinutes(3));
        assertThat(hops(Hop.Kind.RETRY_SCHEDULED)).hasSize(2);
        assertThat(hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("has no dead-letter queue", "no such product"));
    }

    @ParameterizedTest(name = "{0} retries, events up to {1} seconds old: {2} attempts")
    @CsvSource({"0, 21600, 1", "1, 21600, 2", "2, 60, 1", "2, 90, 2"})
    void retries_and_age_are_limited(int retries, int ageSeconds, int attempts) {
        Function thrower = create(TestFunctions.aFunction(account, Thrower.class));
        thrower.asyncQueue().configure(new AsyncConfiguration(retries, Duration.ofSeconds(ageSeconds)));

        invokeLater(thrower);
        account.clock().drain(Duration.ofHours(1));

        assertThat(hops(Hop.Kind.INVOKED)).hasSize(attempts);
    }

    @Test
    void an_event_that_fails_for_good_goes_to_the_dead_letter_queue() {
        Queue deadLetters = account.queues().create("dead-letters", Map.of());
        Function thrower =
                create(TestFunctions.aFunction(account, Thrower.class).deadLetterArn(deadLetters.arn()));
        TestFunctions.allow(account, "sqs:SendMessage", deadLetters.arn());

        invokeLater(thrower);
        account.clock().drain(Duration.ofHours(1));

        MessageSource.Received letter = deadLetters.receive("test", 10).getFirst();
        assertThat(letter.body()).isEqualTo(EVENT);
        assertThat(letter.attributes()).containsOnlyKeys("RequestID", "ErrorCode", "ErrorMessage");
        assertThat(letter.attributes().get("ErrorMessage")).extracting("value").isEqualTo("no such product");
        assertThat(hops(Hop.Kind.DEAD_LETTERED))
                .extracting(Hop::from, Hop::to, Hop::eventId)
                .containsExactly(tuple(thrower.arn(), deadLetters.arn(), letter.eventId()));
    }

    @Test
    void the_role_needs_the_permission_to_write_to_the_dead_letter_queue() {
        Queue deadLetters = account.queues().create("dead-letters", Map.of());
        Function thrower =
                create(TestFunctions.aFunction(account, Thrower.class).deadLetterArn(deadLetters.arn()));

        invokeLater(thrower);
        account.clock().drain(Duration.ofHours(1));

        assertThat(hops(Hop.Kind.LOST))
                .singleElement()
                .satisfies(
                        hop -> assertThat(hop.reason())
                                .contains(
                                        "User: arn:aws:sts::000000000000:assumed-role/Worker/Thrower is not authorized to perform: sqs:sendmessage"));
    }

    @Test
    void a_topic_invokes_a_function_that_permits_it() {
        Function echo = create(TestFunctions.aFunction(account, Echo.class));
        Topic topic = account.topics().create("orders", Map.of());
        account.topics().subscribe(topic.arn(), "lambda", echo.arn(), Map.of());
        echo.permissions()
                .add("sns", "sns.amazonaws.com", "lambda:InvokeFunction", Optional.of(topic.arn()), Optional.empty());

        String messageId = publish(topic, "hello");
        account.clock().drain(Duration.ofHours(1));

        assertThat(account.journal().hops())
                .extracting(Hop::kind, Hop::from, Hop::eventId)
                .contains(
                        tuple(Hop.Kind.DELIVERED, topic.arn(), messageId),
                        tuple(Hop.Kind.INVOKED, topic.arn(), messageId),
                        tuple(Hop.Kind.RETURNED, echo.arn(), messageId));
        assertThat(hops(Hop.Kind.INVOKED).getFirst().payload()).contains("\"EventSource\":\"aws:sns\"");
    }

    @Test
    void a_topic_cannot_invoke_a_function_that_permits_another_one() {
        Function echo = create(TestFunctions.aFunction(account, Echo.class));
        Topic topic = account.topics().create("orders", Map.of());
        account.topics().subscribe(topic.arn(), "lambda", echo.arn(), Map.of());
        echo.permissions()
                .add(
                        "sns",
                        "sns.amazonaws.com",
                        "lambda:InvokeFunction",
                        Optional.of(topic.arn() + "-2"),
                        Optional.empty());

        publish(topic, "hello");
        account.clock().drain(Duration.ofHours(1));

        assertThat(hops(Hop.Kind.INVOKED)).isEmpty();
        assertThat(hops(Hop.Kind.DENIED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("User: sns.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: "
                        + echo.arn()
                        + " because no resource-based policy allows the lambda:InvokeFunction action"));
    }

    private Function create(FunctionConfiguration.Builder configuration) {
        return account.functions().create(configuration.build());
    }

    private static void invokeLater(Function function) {
        function.asyncQueue().accept("request-42-0000-0000-000000000000", EVENT, "arn:caller", "event-42");
    }

    private String publish(Topic topic, String message) {
        try (SnsClient sns = SnsClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            return sns.publish(request -> request.topicArn(topic.arn()).message(message))
                    .messageId();
        }
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }
}
