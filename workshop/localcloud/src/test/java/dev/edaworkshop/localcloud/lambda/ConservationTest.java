package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.handlers.Fateful;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * No event gets lost and none is invented, whatever goes wrong on its way: functions that throw, report or die,
 * consumers that forget to delete, visibility timeouts, deployments meanwhile.
 *
 * <p>{@code -Dsoak.events=100000} makes it long, {@code -Dsoak.seed=…} another one.
 */
class ConservationTest {
    private static final int EVENTS = Integer.getInteger("soak.events", 2_000);
    private static final long SEED = Long.getLong("soak.seed", 20261121);
    private static final int BATCH = 10;
    private static final int MAX_RECEIVE_COUNT = 4;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofHours(12);
    private static final List<String> BUS_KINDS = List.of("paid", "paid", "cancelled");

    private final Random random = new Random(SEED);
    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final Map<Station, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Station, Set<String>> events = new ConcurrentHashMap<>();
    private final SnsClient sns = SnsClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final EventBridgeClient eventBridge = EventBridgeClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    /** What happened between whom. */
    private record Station(Hop.Kind kind, String from, String to) {}

    @AfterEach
    void close() {
        sns.close();
        eventBridge.close();
        cloud.close();
    }

    @Test
    void every_event_is_in_one_final_place_and_the_journal_adds_up() {
        account.journal().listen(this::count);
        deploy(30);
        Queue work = queue("work");
        mapFunction(work);
        int wanted = 0;
        int bad = 0;
        int paid = 0;
        for (int sent = 0; sent < EVENTS; sent += BATCH) {
            List<String> fates = IntStream.range(0, BATCH).mapToObj(i -> fate()).toList();
            wanted += publish(sent, fates);
            bad += (int) fates.stream().filter("bad"::equals).count();
            paid += putEvents(sent);
            consumeForgetfully(queue("ledger.fifo"));
            if (random.nextInt(20) == 0) {
                account.clock().advance(Duration.ofSeconds(random.nextInt(60)));
            }
            if (random.nextInt(100) == 0) {
                deploy(20 + random.nextInt(40));
            }
        }
        await().atMost(PATIENCE)
                .until(() -> work.visibleCount() == 0); // draining waits a minute for work, and no longer
        account.clock().drain(LONG);
        consumeAll(queue("ledger.fifo"));

        String topic = arn("sns", "orders");
        String bus = arn("events", "event-bus/shop");
        assertThat(of(Hop.Kind.PUBLISHED, topic)).as("published to the topic").isEqualTo(EVENTS);
        assertThat(delivered(topic, queue("everything"))).as("without a filter").isEqualTo(EVENTS);
        assertThat(queue("everything").visibleCount()).isEqualTo(EVENTS);
        assertThat(delivered(topic, work)).as("with a filter").isEqualTo(wanted);
        assertThat(of(Hop.Kind.FILTERED, work.arn())).as("filtered").isEqualTo(EVENTS - wanted);
        assertThat(of(Hop.Kind.LOST, "")).as("lost").isZero();

        Set<String> done = eventsOf(Hop.Kind.DELETED, work.arn());
        Set<String> dead = eventsOf(Hop.Kind.DEAD_LETTERED, queue("work-dead").arn());
        assertThat(done).as("both done and dead").doesNotContainAnyElementsOf(dead);
        assertThat(done.size() + dead.size()).as("done or dead").isEqualTo(wanted);
        assertThat(dead.size()).isGreaterThanOrEqualTo(bad);
        assertThat(of(Hop.Kind.DELETED, work.arn())).as("done once each").isEqualTo(done.size());
        assertThat(work.visibleCount() + work.inFlightCount())
                .as("still at work")
                .isZero();
        assertThat(queue("work-dead").visibleCount()).isEqualTo(dead.size());
        assertThat(of(Hop.Kind.RECEIVED, work.arn()))
                .as("received for invocations")
                .isEqualTo(of(Hop.Kind.INVOKED, ""));
        assertThat(of(Hop.Kind.RETURNED, "") + of(Hop.Kind.THREW, ""))
                .as("how the invocations ended")
                .isEqualTo(of(Hop.Kind.INVOKED, ""));

        Queue ledger = queue("ledger.fifo");
        assertThat(of(Hop.Kind.PUBLISHED, bus)).as("published to the bus").isEqualTo(EVENTS);
        assertThat(of(Hop.Kind.DELIVERED, ledger.arn())).as("matched").isEqualTo(paid);
        assertThat(of(Hop.Kind.UNROUTED, "")).as("matched by no rule").isEqualTo(EVENTS - paid);
        assertThat(eventsOf(Hop.Kind.DELETED, ledger.arn())).hasSize(paid);
        assertThat(ledger.visibleCount() + ledger.inFlightCount()).isZero();
    }

    private String fate() {
        int dice = random.nextInt(1_000);
        return dice < 3 ? "deadly" : dice < 20 ? "throws" : dice < 40 ? "bad" : "fine";
    }

    /** The number of orders, which the filter lets through; what is not fine is always one. */
    private int publish(int first, List<String> fates) {
        List<PublishBatchRequestEntry> entries = new ArrayList<>();
        int orders = 0;
        for (int i = 0; i < BATCH; i++) {
            boolean order = !fates.get(i).equals("fine") || random.nextBoolean();
            orders += order ? 1 : 0;
            entries.add(PublishBatchRequestEntry.builder()
                    .id("e" + i)
                    .message((first + i) + " " + fates.get(i))
                    .messageAttributes(Map.of(
                            "kind",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue(order ? "order" : "other")
                                    .build()))
                    .build());
        }
        assertThat(sns.publishBatch(request ->
                                request.topicArn(arn("sns", "orders")).publishBatchRequestEntries(entries))
                        .failed())
                .isEmpty();
        return orders;
    }

    private int putEvents(int first) {
        List<String> kinds = IntStream.range(0, BATCH)
                .mapToObj(i -> BUS_KINDS.get(random.nextInt(BUS_KINDS.size())))
                .toList();
        List<PutEventsRequestEntry> entries = IntStream.range(0, BATCH)
                .mapToObj(i -> PutEventsRequestEntry.builder()
                        .eventBusName("shop")
                        .source("shop")
                        .detailType(kinds.get(i))
                        .detail("{\"number\": %d}".formatted(first + i))
                        .build())
                .toList();
        assertThat(eventBridge.putEvents(request -> request.entries(entries)).failedEntryCount())
                .isZero();
        return (int) kinds.stream().filter("paid"::equals).count();
    }

    /** Deletes most of what it receives; whether there was anything. */
    private boolean consumeForgetfully(Queue queue) {
        List<Received> received = queue.receive("consumer", BATCH);
        for (Received message : received) {
            if (random.nextInt(100) > 0) {
                queue.delete("consumer", message.receiptHandle());
            }
        }
        return !received.isEmpty();
    }

    private void consumeAll(Queue queue) {
        while (queue.visibleCount() + queue.inFlightCount() > 0) {
            if (!consumeForgetfully(queue)) {
                account.clock().advance(Duration.ofMinutes(1));
                account.clock().drain(Duration.ZERO);
            }
        }
    }

    private void mapFunction(Queue work) {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, Fateful.class).build());
        TestFunctions.allow(account, "sqs:*", work.arn());
        account.eventSourceMappings()
                .create(function.name(), work.arn(), Settings.DEFAULT.withReportBatchItemFailures(true));
    }

    private void deploy(int visibilityTimeout) {
        account.stacks().deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "orders"}},
                  "Dead": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "work-dead"}},
                  "Work": {"Type": "AWS::SQS::Queue", "Properties": {
                    "QueueName": "work", "VisibilityTimeout": %d,
                    "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Dead", "Arn"]}, "maxReceiveCount": %d}}},
                  "Everything": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "everything"}},
                  "Ledger": {"Type": "AWS::SQS::Queue", "Properties": {
                    "QueueName": "ledger.fifo", "FifoQueue": true, "ContentBasedDeduplication": true}},
                  "Policy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {
                    "Queues": [{"Ref": "Work"}, {"Ref": "Everything"}, {"Ref": "Ledger"}],
                    "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
                      "Principal": {"Service": ["sns.amazonaws.com", "events.amazonaws.com"]}}]}}},
                  "Filtered": {"Type": "AWS::SNS::Subscription", "Properties": {
                    "TopicArn": {"Ref": "Topic"}, "Protocol": "sqs", "Endpoint": {"Fn::GetAtt": ["Work", "Arn"]},
                    "RawMessageDelivery": true, "FilterPolicy": {"kind": ["order"]}}},
                  "Unfiltered": {"Type": "AWS::SNS::Subscription", "Properties": {
                    "TopicArn": {"Ref": "Topic"}, "Protocol": "sqs", "Endpoint": {"Fn::GetAtt": ["Everything", "Arn"]}}},
                  "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "shop"}},
                  "Paid": {"Type": "AWS::Events::Rule", "Properties": {
                    "EventBusName": {"Ref": "Bus"}, "EventPattern": {"detail-type": ["paid"]},
                    "Targets": [{"Id": "ledger", "Arn": {"Fn::GetAtt": ["Ledger", "Arn"]},
                      "SqsParameters": {"MessageGroupId": "all"}}]}}}}""".formatted(visibilityTimeout, MAX_RECEIVE_COUNT)));
    }

    private void count(Hop hop) {
        Station station = new Station(hop.kind(), hop.from(), hop.to());
        counts.computeIfAbsent(station, key -> new LongAdder()).increment();
        events.computeIfAbsent(station, key -> ConcurrentHashMap.newKeySet()).add(hop.eventId());
    }

    /** How often that happened at the place; anywhere if it is empty. */
    private long of(Hop.Kind kind, String place) {
        return counts.entrySet().stream()
                .filter(entry -> is(entry.getKey(), kind, place))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    private long delivered(String from, Queue to) {
        return counts.getOrDefault(new Station(Hop.Kind.DELIVERED, from, to.arn()), new LongAdder())
                .sum();
    }

    private Set<String> eventsOf(Hop.Kind kind, String place) {
        Set<String> found = ConcurrentHashMap.newKeySet();
        events.forEach((station, ids) -> {
            if (is(station, kind, place)) {
                found.addAll(ids);
            }
        });
        return found;
    }

    private static boolean is(Station station, Hop.Kind kind, String place) {
        String where = kind == Hop.Kind.RECEIVED ? station.from() : station.to();
        return station.kind() == kind && (place.isEmpty() || where.equals(place));
    }

    private Queue queue(String name) {
        return account.queues().find(arn("sqs", name)).orElseThrow();
    }

    private static String arn(String service, String resource) {
        return "arn:aws:%s:us-east-1:000000000000:%s".formatted(service, resource);
    }
}
