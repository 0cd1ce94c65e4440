package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.handlers.Sorter;
import dev.edaworkshop.localcloud.lambda.handlers.Waiter;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceMappingTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final Queue queue = account.queues().create("orders", Map.of());

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_what_is_in_the_queue_and_it_is_deleted_then() {
        map(Sorter.class, Settings.DEFAULT);

        send("one", "two", "three");
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED)).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(hops(Hop.Kind.RETURNED)).hasSize(3);
        assertThat(hops(Hop.Kind.DELETED)).hasSize(3);
    }

    @Test
    void what_was_in_the_queue_before_is_handled_too() {
        send("early");

        map(Sorter.class, Settings.DEFAULT);
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED)).containsExactly("early");
    }

    @Test
    void only_reported_messages_come_back_after_the_visibility_timeout() {
        send("good", "bad", "fine");
        map(Sorter.class, Settings.DEFAULT.withReportBatchItemFailures(true));

        account.clock().drain(Duration.ofSeconds(35));

        assertThat(hops(Hop.Kind.DELETED)).hasSize(2);
        assertThat(hops(Hop.Kind.THREW))
                .extracting(Hop::attempt, Hop::reason)
                .startsWith(tuple(1, "reported as batch item failure"), tuple(2, "reported as batch item failure"));
    }

    @Test
    void without_batch_item_failures_the_answer_counts_for_nothing() {
        send("bad");
        map(Sorter.class, Settings.DEFAULT);

        account.clock().drain(LONG);

        assertThat(hops(Hop.Kind.DELETED)).hasSize(1);
    }

    @Test
    void messages_of_a_process_that_dies_in_mid_batch_come_back_and_nothing_is_lost() {
        send("one", "deadly", "three");
        map(Sorter.class, Settings.DEFAULT);

        account.clock().drain(LONG);

        assertThat(hops(Hop.Kind.THREW)).hasSize(3).allSatisfy(hop -> assertThat(hop.reason())
                .startsWith("Runtime.ExitError")
                .endsWith("exit status 3"));
        assertThat(hops(Hop.Kind.VISIBLE_AGAIN)).hasSize(3);
        assertThat(hops(Hop.Kind.RETURNED)).extracting(Hop::attempt).containsOnly(2);
        assertThat(hops(Hop.Kind.DELETED)).hasSize(3);
    }

    @Test
    void messages_of_a_process_killed_from_outside_come_back() {
        map(Waiter.class, Settings.DEFAULT);
        send("one");
        await().until(() -> log("Waiter").contains("waiting"));

        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        await().until(() -> !hops(Hop.Kind.THREW).isEmpty());

        assertThat(hops(Hop.Kind.THREW).getFirst().reason()).endsWith("signal: killed");
        assertThat(hops(Hop.Kind.DELETED)).isEmpty();
        assertThat(queue.visibleCount()).isZero();

        account.eventSourceMappings().close(); // or the function would take it again at once
        account.clock().advance(queue.visibilityTimeout());
        assertThat(queue.visibleCount()).isEqualTo(1);
    }

    @Test
    void a_batching_window_gathers_a_batch() {
        map(Sorter.class, Settings.DEFAULT.withBatchingWindow(Duration.ofSeconds(20)));

        send("one");
        send("two");
        account.clock().drain(LONG);

        assertThat(account.functions().function("Sorter").log().events().stream()
                        .filter(event -> event.message().startsWith("START")))
                .hasSize(1);
        assertThat(bodies(Hop.Kind.RETURNED)).hasSize(2);
    }

    @Test
    void a_disabled_mapping_reads_nothing_until_it_is_enabled() {
        allowReading();
        account.functions()
                .create(TestFunctions.aFunction(account, Sorter.class).build());
        EventSourceMapping mapping =
                account.eventSourceMappings().create("Sorter", queue.arn(), Settings.DEFAULT.withEnabled(false));
        send("one");
        account.clock().drain(LONG);
        assertThat(hops(Hop.Kind.INVOKED)).isEmpty();

        account.eventSourceMappings().update(mapping.uuid(), Settings.DEFAULT);
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED)).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReceiveMessage", "DeleteMessage", "GetQueueAttributes"})
    void the_role_must_be_allowed_to_read_the_queue(String missing) {
        account.functions()
                .create(TestFunctions.aFunction(account, Sorter.class).build());
        List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes").stream()
                .filter(action -> !action.equals(missing))
                .forEach(action -> TestFunctions.allow(account, "sqs:" + action, queue.arn()));

        assertThatThrownBy(() -> account.eventSourceMappings().create("Sorter", queue.arn(), Settings.DEFAULT))
                .isInstanceOf(AwsException.class)
                .hasMessage(
                        "The provided execution role does not have permissions to call %s on SQS".formatted(missing));
    }

    @Test
    void the_queue_must_hide_messages_for_as_long_as_the_function_may_take() {
        allowReading();
        account.functions()
                .create(TestFunctions.aFunction(account, Sorter.class)
                        .timeout(Duration.ofSeconds(31))
                        .build());

        assertThatThrownBy(() -> account.eventSourceMappings().create("Sorter", queue.arn(), Settings.DEFAULT))
                .hasMessage("Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds");
    }

    @Test
    void many_messages_all_arrive() {
        map(Sorter.class, Settings.DEFAULT);

        IntStream.range(0, 200).forEach(i -> send("message " + i));
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED)).hasSize(200).doesNotHaveDuplicates();
        assertThat(hops(Hop.Kind.DELETED)).hasSize(200);
    }

    @Test
    void messages_that_no_filter_lets_through_are_deleted_without_being_handled() {
        send(
                "{\"category\":\"boats\",\"price\":40}",
                "{\"category\":\"boats\",\"price\":4}",
                "{\"category\":\"oars\",\"price\":4}",
                "boats");

        map(Sorter.class, Settings.DEFAULT.withFilterCriteria(FilterCriteria.parse(List.of("""
                        {"body": {"category": ["boats"], "price": [{"numeric": [">", 10]}]}}""", """
                        {"body": {"category": ["oars"]}}"""))));
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED))
                .containsExactly("{\"category\":\"boats\",\"price\":40}", "{\"category\":\"oars\",\"price\":4}");
        assertThat(hops(Hop.Kind.FILTERED)).hasSize(2).allSatisfy(hop -> assertThat(hop.reason())
                .startsWith("The message is deleted, because it does not match"));
        assertThat(hops(Hop.Kind.DELETED)).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"body\": [\"plain\"]}", "{\"eventSource\": [\"aws:sqs\"]}"})
    void patterns_may_look_at_plain_bodies_and_at_the_rest_of_the_record(String pattern) {
        send("plain");

        map(Sorter.class, Settings.DEFAULT.withFilterCriteria(FilterCriteria.parse(List.of(pattern))));
        account.clock().drain(LONG);

        assertThat(bodies(Hop.Kind.INVOKED)).containsExactly("plain");
    }

    @Test
    void filters_that_are_no_patterns_are_refused() {
        assertThatThrownBy(() -> FilterCriteria.parse(List.of("{\"body\": \"no list\"}")))
                .hasMessage("Invalid filter pattern definition.");
    }

    private Function map(Class<?> handler, Settings settings) {
        allowReading();
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, handler).build());
        account.eventSourceMappings().create(function.name(), queue.arn(), settings);
        return function;
    }

    private void allowReading() {
        TestFunctions.aFunction(account, Sorter.class);
        TestFunctions.allow(account, "sqs:*", queue.arn());
    }

    private void send(String... bodies) {
        for (String body : bodies) {
            account.queues()
                    .accept(new Delivery(
                            account.administrator(), "arn:test", queue.arn(), body, Map.of(), "event of " + body));
        }
    }

    private List<String> bodies(Hop.Kind kind) {
        return hops(kind).stream().map(Hop::payload).toList();
    }

    private List<String> log(String function) {
        return account.functions().function(function).log().events().stream()
                .map(event -> event.message())
                .toList();
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }
}
