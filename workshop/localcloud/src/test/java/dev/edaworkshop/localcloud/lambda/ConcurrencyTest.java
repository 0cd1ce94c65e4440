package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Sorter;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private final Concurrency concurrency = new Concurrency();
    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_no_more_than_its_part() {
        concurrency.reserve("pay", 1);

        Concurrency.Slot first = concurrency.enter("pay");

        assertThatThrownBy(() -> concurrency.enter("pay")).isInstanceOfSatisfying(AwsException.class, refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.members()).containsEntry("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded");
        });
        first.close();
        concurrency.enter("pay").close();
    }

    @Test
    void all_other_functions_share_what_is_left() {
        concurrency.reserve("pay", 900);
        for (int i = 0; i < 100; i++) {
            concurrency.enter("ship" + i % 2);
        }

        assertThatThrownBy(() -> concurrency.enter("ship2")).hasMessage("Rate Exceeded.");
        concurrency.enter("pay");
    }

    @Test
    void a_hundred_stay_unreserved() {
        assertThatThrownBy(() -> concurrency.reserve("pay", 901))
                .hasMessage(
                        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].");
    }

    @Test
    void a_function_without_concurrency_cannot_be_invoked_and_its_events_fail_without_an_attempt() {
        Queue failed = account.queues().create("failed", Map.of());
        Function echo = stopped(Echo.class);
        TestFunctions.allow(account, "sqs:SendMessage", failed.arn());
        echo.asyncQueue()
                .configure(AsyncConfiguration.DEFAULT.withDestinations(
                        Optional.empty(), Optional.of(new Destination(failed.arn()))));

        assertThatThrownBy(() -> echo.invoke("{}")).hasMessage("Rate Exceeded.");
        echo.asyncQueue().accept("request-42-0000-0000-000000000000", "{\"a\":1}", "arn:caller", "event-42");
        account.clock().drain(Duration.ofHours(10));

        assertThat(hops(Hop.Kind.INVOKED)).isEmpty();
        assertThat(failed.receive("test", 1).getFirst().body())
                .contains("\"condition\":\"ZeroReservedConcurrency\"", "\"approximateInvokeCount\":0")
                .doesNotContain("responseContext");
    }

    @Test
    void a_throttled_event_waits_without_using_up_its_retries() {
        Function echo = account.functions()
                .create(TestFunctions.aFunction(account, Echo.class).build());
        account.functions().reserveConcurrency("Echo", Optional.of(1));
        Concurrency.Slot taken = account.functions().concurrency().enter("Echo");

        echo.asyncQueue().accept("request-42-0000-0000-000000000000", "{\"a\":1}", "arn:caller", "event-42");
        account.clock().drain(Duration.ofSeconds(10));
        taken.close();
        account.clock().drain(Duration.ofHours(10));

        assertThat(hops(Hop.Kind.RETRY_SCHEDULED))
                .extracting(Hop::reason)
                .startsWith(
                        "throttled (ReservedFunctionConcurrentInvocationLimitExceeded), back in the queue for 1 second(s); this is no retry",
                        "throttled (ReservedFunctionConcurrentInvocationLimitExceeded), back in the queue for 2 second(s); this is no retry",
                        "throttled (ReservedFunctionConcurrentInvocationLimitExceeded), back in the queue for 4 second(s); this is no retry");
        assertThat(hops(Hop.Kind.INVOKED)).extracting(Hop::attempt).containsExactly(1);
        assertThat(hops(Hop.Kind.RETURNED)).hasSize(1);
    }

    @Test
    void a_throttled_event_is_given_up_after_six_hours() {
        Function echo = account.functions()
                .create(TestFunctions.aFunction(account, Echo.class).build());
        account.functions().reserveConcurrency("Echo", Optional.of(1));
        account.functions().concurrency().enter("Echo");

        echo.asyncQueue().accept("request-42-0000-0000-000000000000", "{\"a\":1}", "arn:caller", "event-42");
        Duration passed = account.clock().drain(Duration.ofHours(10)).passed();

        assertThat(passed).isBetween(Duration.ofMinutes(350), Duration.ofHours(6));
        assertThat(hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("at its concurrency limit until the event reached its maximum age of PT6H"));
    }

    @Test
    void an_event_source_mapping_of_a_throttled_function_slows_down_and_loses_nothing() {
        Queue queue = account.queues().create("orders", Map.of());
        Function sorter = stopped(Sorter.class);
        TestFunctions.allow(account, "sqs:*", queue.arn());
        account.eventSourceMappings().create(sorter.name(), queue.arn(), EventSourceMapping.Settings.DEFAULT);

        account.queues()
                .accept(new Delivery(account.administrator(), "arn:test", queue.arn(), "one", Map.of(), "event-42"));
        account.clock().drain(Duration.ofSeconds(40));
        account.functions().reserveConcurrency(sorter.name(), Optional.empty());
        account.clock().drain(Duration.ofHours(1));

        assertThat(hops(Hop.Kind.RETRY_SCHEDULED)).hasSize(2).allSatisfy(hop -> assertThat(hop.reason())
                .startsWith("throttled"));
        assertThat(hops(Hop.Kind.RETURNED)).extracting(Hop::attempt).containsExactly(3);
        assertThat(hops(Hop.Kind.DELETED)).hasSize(1);
    }

    private Function stopped(Class<?> handler) {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, handler).build());
        account.functions().reserveConcurrency(function.name(), Optional.of(0));
        return function;
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }
}
