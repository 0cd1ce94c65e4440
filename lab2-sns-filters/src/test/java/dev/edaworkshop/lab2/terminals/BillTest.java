package dev.edaworkshop.lab2.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.paginators.ListSubscriptionsByTopicIterable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class BillTest {

    private final PriceTable prices = PriceTable.listed();

    @Test
    void of_messages_that_nobody_gets_is_the_publishing_alone() {
        assertThat(new Bill(prices, new Traffic(200, 4, 0, 0)).total()).isEqualByComparingTo(prices.millionPublishes());
    }

    @Test
    void of_four_deliveries_is_four_times_that_of_one_without_the_publishing() {
        BigDecimal one = new Bill(prices, new Traffic(200, 4, 200, 0)).total().subtract(prices.millionPublishes());
        BigDecimal four = new Bill(prices, new Traffic(200, 4, 800, 0)).total().subtract(prices.millionPublishes());

        assertThat(four).isEqualByComparingTo(one.multiply(BigDecimal.valueOf(4)));
    }

    @Test
    void has_something_to_pay_for_bodies_that_are_looked_into_even_if_nothing_is_delivered() {
        BigDecimal total = new Bill(prices, new Traffic(200, 4, 0, 4)).total();

        // A million messages of 1 KB, four times, at a price for each GB.
        assertThat(total.subtract(prices.millionPublishes()))
                .isCloseTo(
                        prices.scannedGigabyte().multiply(new BigDecimal("3.8147")), within(new BigDecimal("0.0001")));
    }

    @Test
    void shows_both_what_is_paid_and_what_would_be_paid_without_filters() {
        assertThat(String.join("\n", new Bill(prices, new Traffic(200, 4, 200, 0)).lines()))
                .contains("200 messages were published to 4 subscriptions", prices.source())
                .containsPattern("without filters +800 +0 ")
                .containsPattern("with filters +200 +600 ");
    }

    @Test
    void says_what_to_do_if_there_is_nothing_to_count() {
        var printed = new ByteArrayOutputStream();

        BillProgram.print(new Traffic(0, 4, 0, 0), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("./lab run 2 playground");
    }

    @Test
    void is_not_made_for_more_deliveries_than_there_can_be() {
        assertThatThrownBy(() -> new Traffic(10, 4, 41, 0)).hasMessageContaining("41 deliveries of 10 messages");
    }

    @ParameterizedTest(name = "scope {0}: {1} of 2 subscriptions look into the body")
    @CsvSource({"MessageAttributes, 0", "MessageBody, 2"})
    void counts_what_waits_in_the_queues(String scope, int scanning) {
        var program = new BillProgram(new FakeTopic(scope), new FakeQueues(Map.of("ledger", 7, "a", 3, "b", 4)));

        assertThat(program.count("topic", "ledger", List.of("a", "b"))).isEqualTo(new Traffic(7, 2, 7, scanning));
    }

    private record FakeTopic(String scope) implements SnsClient {

        @Override
        public ListSubscriptionsByTopicIterable listSubscriptionsByTopicPaginator(
                ListSubscriptionsByTopicRequest request) {
            return new ListSubscriptionsByTopicIterable(this, request);
        }

        @Override
        public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
            return ListSubscriptionsByTopicResponse.builder()
                    .subscriptions(subscription("a"), subscription("b"), subscription("somebody-elses"))
                    .build();
        }

        private static Subscription subscription(String queue) {
            return Subscription.builder()
                    .endpoint("arn:" + queue)
                    .subscriptionArn("arn:subscription:" + queue)
                    .build();
        }

        @Override
        public GetSubscriptionAttributesResponse getSubscriptionAttributes(GetSubscriptionAttributesRequest request) {
            return GetSubscriptionAttributesResponse.builder()
                    .attributes(Map.of("FilterPolicyScope", scope))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private record FakeQueues(Map<String, Integer> messages) implements SqsClient {

        @Override
        public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
            return GetQueueAttributesResponse.builder()
                    .attributes(Map.of(
                            QueueAttributeName.QUEUE_ARN,
                            "arn:" + request.queueUrl(),
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            String.valueOf(messages.get(request.queueUrl()))))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
