package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.StreamSettings.StartingPosition;
import dev.edaworkshop.localcloud.lambda.handlers.Changes;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamMappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final String stream = createTable();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_each_change_once_and_in_order() {
        map(settings());

        put("robot", 12);
        put("robot", 13);
        put("robot", 13);
        perform("DeleteItem", "{'TableName': 'products', 'Key': {'id': {'S': 'robot'}}}");
        perform("DeleteItem", "{'TableName': 'products', 'Key': {'id': {'S': 'nobody'}}}");
        account.clock().drain(LONG);

        assertThat(hops(Hop.Kind.RETURNED)).hasSize(3);
        assertThat(logLines()).containsExactly("INSERT robot", "MODIFY robot", "REMOVE robot");
    }

    @Test
    void the_record_looks_as_in_aws() throws IOException {
        map(settings());
        account.clock().advance(TWO_DAYS);
        put("robot", 12);
        long before = account.clock().instant().getEpochSecond();
        put("robot", 13);
        long after = account.clock().instant().getEpochSecond();

        account.clock().drain(LONG);

        JsonNode record = JSON.readTree(hops(Hop.Kind.INVOKED).getLast().payload());
        assertThat(record.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "eventID",
                        "eventName",
                        "eventVersion",
                        "eventSource",
                        "awsRegion",
                        "dynamodb",
                        "eventSourceARN");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(record.path("eventVersion").asText()).isEqualTo("1.1");
        assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(stream);
        JsonNode change = record.path("dynamodb");
        assertThat(change.path("OldImage").path("price").path("N").asText()).isEqualTo("12");
        assertThat(change.path("NewImage").path("price").path("N").asText()).isEqualTo("13");
        assertThat(change.path("ApproximateCreationDateTime").asLong())
                .as("on the clock of the account")
                .isBetween(before, after);
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @Test
    void a_mapping_begins_with_the_oldest_record_or_with_the_next() {
        put("early", 1);

        Function latest = map(settings());
        put("late", 2);
        account.clock().drain(LONG);
        assertThat(logLines()).containsExactly("INSERT late");

        account.eventSourceMappings().close();
        account.eventSourceMappings()
                .create(latest.name(), stream, Settings.ofStream(StreamSettings.from(StartingPosition.TRIM_HORIZON)));
        account.clock().drain(LONG);
        assertThat(logLines()).containsExactly("INSERT late", "INSERT early", "INSERT late");
    }

    @Test
    void only_the_reported_record_and_those_behind_it_are_tried_again() {
        map(settings().withReportBatchItemFailures(true).withStream(attempts(1)).withBatchingWindow(seconds(5)));
        for (String id : List.of("one", "two", "bad", "four", "five")) {
            put(id, 1);
        }

        account.clock().drain(LONG);

        assertThat(hops(Hop.Kind.RETURNED)).extracting(this::invokedId).containsExactly("one", "two");
        assertThat(hops(Hop.Kind.THREW)).hasSize(6);
        assertThat(logLines())
                .containsExactly(
                        "INSERT one",
                        "INSERT two",
                        "INSERT bad",
                        "INSERT four",
                        "INSERT five", // first
                        "INSERT bad",
                        "INSERT four",
                        "INSERT five"); // second attempt
        assertThat(hops(Hop.Kind.LOST)).hasSize(3).first().satisfies(hop -> assertThat(hop.reason())
                .isEqualTo("RetryAttemptsExhausted after 2 attempts, and there is no on-failure destination"));
    }

    @Test
    void dividing_a_failed_batch_finds_the_record_that_nobody_can_stand() throws IOException {
        Queue failures = account.queues().create("failures", Map.of());
        map(settings()
                .withStream(new StreamSettings(
                        StartingPosition.LATEST,
                        1,
                        Optional.of(1),
                        Optional.empty(),
                        true,
                        Optional.of(failures.arn())))
                .withBatchingWindow(seconds(5)));
        TestFunctions.allow(account, "sqs:SendMessage", failures.arn());
        for (String id : List.of("one", "two", "deadly", "four", "five")) {
            put(id, 1);
        }

        account.clock().drain(LONG);

        assertThat(hops(Hop.Kind.RETURNED)).extracting(this::invokedId).containsExactly("one", "two", "four", "five");
        JsonNode record = JSON.readTree(hops(Hop.Kind.DEAD_LETTERED).getFirst().payload());
        assertThat(record.path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(record.path("requestContext").path("approximateInvokeCount").asInt())
                .isEqualTo(2);
        assertThat(record.path("responseContext").path("functionError").asText())
                .isEqualTo("Unhandled");
        JsonNode batch = record.path("DDBStreamBatchInfo");
        assertThat(batch.path("batchSize").asInt()).isEqualTo(1);
        assertThat(batch.path("streamArn").asText()).isEqualTo(stream);
        assertThat(batch.path("startSequenceNumber")).isEqualTo(batch.path("endSequenceNumber"));
        assertThat(failures.visibleCount()).isEqualTo(1);
    }

    @Test
    void without_a_limit_a_failing_batch_holds_up_the_stream_until_its_records_expire() {
        Function function = map(settings().withBatchSize(1));
        Fault fault = function.fault("shop.Broken", "out of order");
        put("first", 1);

        account.clock().drain(Duration.ofHours(20));
        put("second", 2);
        account.clock().drain(Duration.ofHours(3));
        assertThat(hops(Hop.Kind.INVOKED)).extracting(StreamMappingTest::id).containsOnly("first");

        account.clock().drain(Duration.ofHours(2));
        fault.close();
        account.clock().drain(TWO_DAYS);

        assertThat(hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .startsWith("RecordAgeExceeded after"));
        assertThat(hops(Hop.Kind.RETURNED)).extracting(this::invokedId).containsExactly("second");
    }

    @Test
    void a_throttled_batch_waits_without_using_up_attempts() {
        Function function = map(settings().withStream(attempts(0)));
        account.functions().reserveConcurrency(function.name(), Optional.of(0));
        put("robot", 1);

        account.clock().drain(Duration.ofMinutes(10));
        assertThat(hops(Hop.Kind.INVOKED)).isEmpty();
        assertThat(hops(Hop.Kind.RETRY_SCHEDULED)).hasSizeGreaterThan(5).allSatisfy(hop -> assertThat(hop.reason())
                .startsWith("throttled (Rate Exceeded.)"));
        account.functions().reserveConcurrency(function.name(), Optional.empty());
        account.clock().drain(Duration.ofMinutes(10));

        assertThat(logLines()).containsExactly("INSERT robot");
    }

    @Test
    void what_the_filter_does_not_let_through_is_skipped() {
        map(settings().withFilterCriteria(FilterCriteria.parse(List.of("{\"eventName\": [\"MODIFY\"]}"))));

        put("robot", 1);
        put("robot", 2);
        account.clock().drain(LONG);

        assertThat(logLines()).containsExactly("MODIFY robot");
        assertThat(hops(Hop.Kind.FILTERED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("filter criteria: {\"eventName\": [\"MODIFY\"]}"));
    }

    @Test
    void a_batching_window_gathers_records() {
        map(settings().withBatchingWindow(seconds(30)));

        put("one", 1);
        put("two", 1);
        account.clock().drain(seconds(29));
        assertThat(hops(Hop.Kind.INVOKED)).isEmpty();
        account.clock().drain(seconds(31));

        assertThat(hops(Hop.Kind.INVOKED)).hasSize(2);
        assertThat(hops(Hop.Kind.INVOKED).getFirst().number() + 1)
                .as("both in one batch")
                .isEqualTo(hops(Hop.Kind.INVOKED).getLast().number());
    }

    @Test
    void the_order_of_an_items_records_stays_with_several_batches_at_a_time() {
        map(settings()
                .withBatchSize(1)
                .withStream(new StreamSettings(
                        StartingPosition.LATEST, 5, Optional.empty(), Optional.empty(), false, Optional.empty())));
        for (int price = 1; price <= 4; price++) {
            for (String id : List.of("a", "b", "c")) {
                put(id, price);
            }
        }

        account.clock().drain(LONG);

        for (String id : List.of("a", "b", "c")) {
            assertThat(hops(Hop.Kind.INVOKED))
                    .filteredOn(hop -> id(hop).equals(id))
                    .extracting(hop -> text(hop, "/dynamodb/NewImage/price/N"))
                    .as("prices of %s", id)
                    .containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void a_mapping_that_was_disabled_goes_on_where_it_stopped() {
        map(settings());
        String uuid = account.eventSourceMappings().all().getFirst().uuid();
        put("one", 1);
        account.clock().drain(LONG);

        account.eventSourceMappings().update(uuid, settings().withEnabled(false));
        put("two", 1);
        account.clock().drain(LONG);
        assertThat(logLines()).containsExactly("INSERT one");

        account.eventSourceMappings().update(uuid, settings());
        account.clock().drain(LONG);
        assertThat(logLines()).containsExactly("INSERT one", "INSERT two");
    }

    @Test
    void the_role_must_be_allowed_to_read_the_stream() {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, Changes.class).build());

        assertThatThrownBy(() -> account.eventSourceMappings().create(function.name(), stream, settings()))
                .hasMessage(
                        "Cannot access stream " + stream
                                + ". Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.");
        assertThatThrownBy(() -> account.eventSourceMappings().create(function.name(), stream + "x", settings()))
                .hasMessage("Stream not found: " + stream + "x");
    }

    private static Settings settings() {
        return Settings.ofStream(StreamSettings.from(StartingPosition.LATEST));
    }

    private static StreamSettings attempts(int retries) {
        return new StreamSettings(
                StartingPosition.LATEST, 1, Optional.of(retries), Optional.empty(), false, Optional.empty());
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private Function map(Settings settings) {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, Changes.class).build());
        TestFunctions.allow(account, "dynamodb:*", "*");
        account.eventSourceMappings().create(function.name(), stream, settings);
        return function;
    }

    private String createTable() {
        return perform("CreateTable", """
                {'TableName': 'products', 'BillingMode': 'PAY_PER_REQUEST',
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_AND_OLD_IMAGES'}}""")
                .path("TableDescription")
                .path("LatestStreamArn")
                .asText();
    }

    private void put(String id, int price) {
        perform(
                "PutItem",
                "{'TableName': 'products', 'Item': {'id': {'S': '%s'}, 'price': {'N': '%d'}}}".formatted(id, price));
    }

    private JsonNode perform(String action, String json) {
        try {
            return account.tables().perform(action, (ObjectNode) JSON.readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }

    private static String id(Hop hop) {
        return text(hop, "/dynamodb/Keys/id/S");
    }

    private static String text(Hop hop, String pointer) {
        try {
            return JSON.readTree(hop.payload()).at(pointer).asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The item of a hop that carries something else, such as a response. */
    private String invokedId(Hop hop) {
        return hops(Hop.Kind.INVOKED).stream()
                .filter(invoked -> invoked.eventId().equals(hop.eventId()))
                .map(StreamMappingTest::id)
                .findFirst()
                .orElseThrow();
    }

    private List<String> logLines() {
        return account.functions().function("Changes").log().events().stream()
                .map(event -> event.message().strip())
                .filter(line -> line.matches("(INSERT|MODIFY|REMOVE) .*"))
                .toList();
    }
}
