package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationRetryTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Notifications";

    private final SnsFixture cloud = new SnsFixture();
    private final String topic = cloud.topic("orders");
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void what_the_servers_side_fails_to_take_is_tried_again_until_it_does() {
        cloud.account.context().deliveries().register(functionThatFails(5, true));
        cloud.subscribe(topic, "lambda", FUNCTION);

        cloud.sns.publish(request -> request.topicArn(topic).message("42"));
        cloud.account.clock().drain(Duration.ofMinutes(1));

        assertThat(attempts).hasValue(6);
        assertThat(cloud.hops(Hop.Kind.RETRY_SCHEDULED))
                .extracting(Hop::attempt, Hop::reason)
                .containsExactly(
                        tuple(2, "It will be tried again in 0.0 seconds."),
                        tuple(3, "It will be tried again in 0.0 seconds."),
                        tuple(4, "It will be tried again in 0.0 seconds."),
                        tuple(5, "It will be tried again in 1.0 seconds."),
                        tuple(6, "It will be tried again in 1.0 seconds."));
    }

    @Test
    void what_is_never_taken_ends_in_the_dead_letter_queue_after_23_days() {
        Queue dead = cloud.queue("dead");
        cloud.account.context().deliveries().register(functionThatFails(Integer.MAX_VALUE, true));
        cloud.subscribe(
                topic, "lambda", FUNCTION, "RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(dead.arn()));

        cloud.sns.publish(request -> request.topicArn(topic).message("42"));
        cloud.account.clock().drain(Duration.ofMinutes(10));

        assertThat(dead.peek(1)).isEmpty();
        assertThat(attempts.get()).isGreaterThan(16);
        assertThat(cloud.account.clock().timers()).hasSize(1);
    }

    @Test
    void what_the_clients_side_refuses_goes_to_the_dead_letter_queue_at_once() {
        Queue dead = cloud.queue("dead");
        cloud.account.context().deliveries().register(functionThatFails(Integer.MAX_VALUE, false));
        cloud.subscribe(
                topic, "lambda", FUNCTION, "RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(dead.arn()));

        cloud.sns.publish(request -> request.topicArn(topic).message("42"));

        assertThat(attempts).hasValue(1);
        assertThat(cloud.bodies(dead)).singleElement().asString().contains("\"UnsubscribeURL\"");
    }

    @Test
    void messages_of_a_group_wait_behind_the_one_that_is_tried_again() {
        List<String> taken = new CopyOnWriteArrayList<>();
        DeliveryTarget failing = functionThatFails(4, true);
        cloud.account.context().deliveries().register(new DeliveryTarget() {
            @Override
            public String service() {
                return "sqs";
            }

            @Override
            public DeliveryReceipt accept(Delivery delivery) {
                DeliveryReceipt receipt = delivery.body().startsWith("a")
                        ? failing.accept(delivery)
                        : new DeliveryReceipt.Accepted("id");
                if (receipt instanceof DeliveryReceipt.Accepted) {
                    taken.add(delivery.body());
                }
                return receipt;
            }
        });
        String fifo = cloud.topic("orders.fifo", "FifoTopic", "true", "ContentBasedDeduplication", "true");
        cloud.subscribe(
                fifo, "sqs", "arn:aws:sqs:us-east-1:000000000000:orders.fifo", "RawMessageDelivery", "true");

        for (String message : List.of("a1", "a2", "a3", "b1")) {
            cloud.sns.publish(request ->
                    request.topicArn(fifo).message(message).messageGroupId(message.substring(0, 1)));
        }
        cloud.account.clock().drain(Duration.ofMinutes(1));

        assertThat(taken.stream().filter(message -> message.startsWith("a"))).containsExactly("a1", "a2", "a3");
        assertThat(taken).as("the other group does not wait").contains("b1");
    }

    @Test
    void a_deleted_subscription_is_not_tried_again() {
        cloud.account.context().deliveries().register(functionThatFails(Integer.MAX_VALUE, true));
        String subscription = cloud.subscribe(topic, "lambda", FUNCTION);
        cloud.sns.publish(request -> request.topicArn(topic).message("42"));
        cloud.sns.unsubscribe(request -> request.subscriptionArn(subscription));

        cloud.account.clock().drain(Duration.ofMinutes(1));

        assertThat(cloud.hops(Hop.Kind.LOST))
                .extracting(Hop::reason)
                .containsExactly("The subscription was deleted before the message could be delivered.");
        assertThat(cloud.account.clock().timers()).isEmpty();
    }

    private DeliveryTarget functionThatFails(int times, boolean retryable) {
        return new DeliveryTarget() {
            @Override
            public String service() {
                return "lambda";
            }

            @Override
            public DeliveryReceipt accept(Delivery delivery) {
                return attempts.incrementAndGet() > times
                        ? new DeliveryReceipt.Accepted("id")
                        : new DeliveryReceipt.Refused("ServiceException", "the service failed", retryable);
            }
        };
    }
}
