package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static final String EVENT = "{\"orderId\":\"42\"}";
    private static final String REQUEST = "e4b46cbf-b738-4f2a-8880-a18cdf61200e";
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/orders";

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final Queue outcomes = account.queues().create("outcomes", Map.of());

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_success_is_reported_with_request_and_response() throws Exception {
        Function echo = create(Echo.class, onSuccess(outcomes.arn()));
        TestFunctions.allow(account, "sqs:SendMessage", outcomes.arn());

        invokeLater(echo);

        JsonNode record = new ObjectMapper().readTree(onlyMessage());
        assertThat(record.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(withoutTimestamp(record)).isEqualTo(new ObjectMapper().readTree("""
                {"version": "1.0",
                 "requestContext": {"requestId": "e4b46cbf-b738-4f2a-8880-a18cdf61200e",
                   "functionArn": "arn:aws:lambda:us-east-1:000000000000:function:Echo:$LATEST",
                   "condition": "Success", "approximateInvokeCount": 1},
                 "requestPayload": {"orderId": "42"},
                 "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
                 "responsePayload": {"orderId": "42"}}"""));
    }

    @Test
    void a_failure_is_reported_once_all_retries_are_exhausted() throws Exception {
        Function thrower = create(Thrower.class, onFailure(outcomes.arn()));
        TestFunctions.allow(account, "sqs:SendMessage", outcomes.arn());

        invokeLater(thrower);

        JsonNode record = new ObjectMapper().readTree(onlyMessage());
        assertThat(record.path("requestContext").toString())
                .contains("\"condition\":\"RetriesExhausted\"", "\"approximateInvokeCount\":3");
        assertThat(record.path("responseContext").path("functionError").asText())
                .isEqualTo("Unhandled");
        assertThat(record.path("responsePayload").path("errorMessage").asText()).isEqualTo("no such product");
        assertThat(hops(Hop.Kind.DEAD_LETTERED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("it failed 3 times"));
        assertThat(hops(Hop.Kind.LOST)).isEmpty();
    }

    @Test
    void an_event_that_would_get_too_old_is_reported_at_once() throws Exception {
        Function thrower = create(Thrower.class, onFailure(outcomes.arn()).withMaximumEventAge(Duration.ofSeconds(90)));
        TestFunctions.allow(account, "sqs:SendMessage", outcomes.arn());

        invokeLater(thrower);

        assertThat(new ObjectMapper()
                        .readTree(onlyMessage())
                        .path("requestContext")
                        .toString())
                .contains("\"condition\":\"EventAgeExceeded\"", "\"approximateInvokeCount\":2");
    }

    @Test
    void destination_and_dead_letter_queue_both_get_their_message() {
        Queue deadLetters = account.queues().create("dead-letters", Map.of());
        Function thrower = account.functions()
                .create(TestFunctions.aFunction(account, Thrower.class)
                        .deadLetterArn(deadLetters.arn())
                        .build());
        thrower.asyncQueue().configure(onFailure(outcomes.arn()).withMaximumRetryAttempts(0));
        TestFunctions.allow(account, "sqs:SendMessage", "*");

        invokeLater(thrower);

        assertThat(onlyMessage()).contains("RetriesExhausted");
        assertThat(deadLetters.receive("test", 1).getFirst().body()).isEqualTo(EVENT);
    }

    @Test
    void the_role_needs_the_permission_to_write_to_the_destination() {
        Function echo = create(Echo.class, onSuccess(outcomes.arn()));

        invokeLater(echo);

        assertThat(outcomes.receive("test", 10)).isEmpty();
        assertThat(hops(Hop.Kind.LOST))
                .singleElement()
                .satisfies(
                        hop -> assertThat(hop.reason())
                                .contains(
                                        "The destination for successes refused the record",
                                        "User: arn:aws:sts::000000000000:assumed-role/Worker/Echo is not authorized to perform: sqs:sendmessage"));
    }

    @Test
    void another_function_gets_the_record_as_its_event() {
        Function echo = account.functions()
                .create(TestFunctions.aFunction(account, Echo.class).build());
        Function thrower = create(Thrower.class, onFailure(echo.arn()).withMaximumRetryAttempts(0));
        TestFunctions.allow(account, "lambda:InvokeFunction", echo.arn());

        invokeLater(thrower);

        assertThat(hops(Hop.Kind.INVOKED))
                .extracting(Hop::from, Hop::to)
                .containsExactly(tuple("arn:caller", thrower.arn()), tuple(thrower.arn(), echo.arn()));
        assertThat(hops(Hop.Kind.RETURNED).getFirst().payload()).contains("RetriesExhausted");
    }

    @Test
    void an_event_bus_gets_an_event_of_source_lambda() {
        RecordingBus bus = new RecordingBus();
        account.context().deliveries().register(bus);
        Function echo = create(Echo.class, onSuccess(BUS));

        invokeLater(echo);

        assertThat(bus.deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.attributes().get("source")).extracting("value").isEqualTo("lambda");
            assertThat(delivery.attributes().get("detail-type"))
                    .extracting("value")
                    .isEqualTo("Lambda Function Invocation Result - Success");
            assertThat(delivery.attributes().get("resources"))
                    .extracting("value")
                    .isEqualTo(
                            "[\"%s\",\"arn:aws:lambda:us-east-1:000000000000:function:Echo:$LATEST\"]".formatted(BUS));
            assertThat(delivery.sender()).isEqualTo(echo.principal());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "arn:aws:kinesis:us-east-1:000000000000:stream/orders",
                "arn:aws:events:us-east-1:000000000000:rule/orders",
                "arn:aws:sqs:us-east-1:000000000000:orders.fifo"
            })
    void what_cannot_be_a_destination_is_refused(String arn) {
        assertThatThrownBy(() -> new Destination(arn)).hasMessage("The destination ARN %s is invalid.".formatted(arn));
    }

    @Test
    void a_function_is_no_destination_of_itself() {
        assertThatThrownBy(() -> create(Echo.class, onSuccess("arn:aws:lambda:us-east-1:000000000000:function:Echo")))
                .hasMessage("You can't specify the function as a destination for itself.");
    }

    @Test
    void records_that_are_too_large_go_without_payloads() {
        Outcome outcome = new Outcome(
                Outcome.Condition.SUCCESS,
                account.clock().instant(),
                REQUEST,
                "arn:aws:lambda:us-east-1:000000000000:function:Echo:$LATEST",
                1,
                "\"" + "x".repeat(1000) + "\"",
                Optional.of(new Execution(new InvocationResult.Returned("null", ""), "$LATEST")));

        assertThat(outcome.json(10_000)).contains("requestPayload", "responsePayload");
        assertThat(outcome.json(1000)).contains("responseContext").doesNotContain("Payload");
    }

    private Function create(Class<?> handler, AsyncConfiguration configuration) {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, handler).build());
        function.asyncQueue().configure(configuration);
        return function;
    }

    private static AsyncConfiguration onSuccess(String arn) {
        return AsyncConfiguration.DEFAULT.withDestinations(Optional.of(new Destination(arn)), Optional.empty());
    }

    private static AsyncConfiguration onFailure(String arn) {
        return AsyncConfiguration.DEFAULT.withDestinations(Optional.empty(), Optional.of(new Destination(arn)));
    }

    private void invokeLater(Function function) {
        function.asyncQueue().accept(REQUEST, EVENT, "arn:caller", "event-42");
        account.clock().drain(Duration.ofHours(1));
    }

    private String onlyMessage() {
        return outcomes.receive("test", 10).getFirst().body();
    }

    private static JsonNode withoutTimestamp(JsonNode record) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) record).without("timestamp");
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }

    /** In place of EventBridge. */
    private static final class RecordingBus implements DeliveryTarget {
        private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

        @Override
        public String service() {
            return "events";
        }

        @Override
        public DeliveryReceipt accept(Delivery delivery) {
            deliveries.add(delivery);
            return new DeliveryReceipt.Accepted("id");
        }
    }
}
