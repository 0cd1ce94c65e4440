package dev.edaworkshop.localcloud.sqs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.LocalCloud;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The same random operations on our queues and on ElasticMQ's: whatever a client can see must be the same.
 *
 * <p>ElasticMQ's clock is real, so nothing here waits: delays and visibility timeouts are either zero or longer than the
 * test. What is left out because ElasticMQ differs from AWS: the order of a standard queue, error codes and texts, the
 * names of system attributes that AWS has not, a second purge within a minute, which of several message groups a receive
 * prefers, and giving back some messages of a group while others stay in flight: there ElasticMQ unlocks the group, AWS
 * does not.
 *
 * <p>{@code -Dsqs.oracle.seeds=200} makes it longer; the name of a failed test says its seed.
 */
class ElasticMqOracleTest {
    private static final int OPERATIONS = 60;

    private static LocalCloud cloud;
    private static SQSRestServer elasticMq;
    private static OracleSide ours;
    private static OracleSide theirs;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(0);
        elasticMq = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = elasticMq.waitUntilStarted().localAddress().getPort();
        ours = new OracleSide("local cloud", cloud.endpoint());
        theirs = new OracleSide("ElasticMQ", URI.create("http://127.0.0.1:" + port));
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        elasticMq.stopAndWait();
        cloud.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("sqs.oracle.seeds", 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void standard_queues_behave_alike(long seed) {
        Random random = new Random(seed);
        both(side -> {
            side.createQueue("standard-" + seed, false);
            return "";
        });
        int purges = 0;

        for (int i = 0; i < OPERATIONS; i++) {
            int number = i;
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    List<SendMessageBatchRequestEntry> entries = entries(random, number);
                    both(side -> side.send(entries));
                }
                case 2 -> both(side -> contents(side.receiveAll()));
                case 3 -> receiveSomeAndGiveThemBack(1 + random.nextInt(10));
                case 4 -> {
                    List<String> chosen = chosen(random);
                    both(side -> on(chosen, side::delete));
                }
                case 5 -> {
                    List<String> chosen = chosen(random);
                    both(side -> on(chosen, side::giveBack));
                }
                case 6 -> {
                    String timeout = String.valueOf(600 + random.nextInt(1000));
                    both(side -> {
                        side.setAttribute(QueueAttributeName.VISIBILITY_TIMEOUT, timeout);
                        return "";
                    });
                }
                default -> {
                    if (purges++ == 0) {
                        both(side -> {
                            side.purge();
                            return "";
                        });
                    }
                }
            }
            both(OracleSide::attributes);
        }
        both(side -> contents(side.receiveAll()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fifo_queues_behave_alike(long seed) {
        Random random = new Random(seed);
        both(side -> {
            side.createQueue("fifo-" + seed + ".fifo", true);
            return "";
        });
        Map<OracleSide, Map<String, String>> messageIds = new HashMap<>();
        int sinceEmpty = 0;

        for (int i = 0; i < OPERATIONS; i++) {
            int number = i;
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (sinceEmpty++ < 10) { // what one receive can hold
                        String group = "group-" + random.nextInt(3);
                        String deduplicationId = "id-" + random.nextInt(2 * OPERATIONS);
                        both(side -> repeats(
                                messageIds.computeIfAbsent(side, any -> new HashMap<>()),
                                deduplicationId,
                                side.send("message " + number, group, deduplicationId)));
                    }
                }
                case 2 -> both(side -> byGroup(side.receive(10)));
                case 3 -> {
                    List<String> chosen = chosen(random);
                    both(side -> on(chosen, side::delete));
                    sinceEmpty -= chosen.size();
                }
                default -> {
                    List<String> all = ours.inFlight();
                    both(side -> on(all, side::giveBack));
                }
            }
            both(OracleSide::attributes);
        }
    }

    /** Which ones a standard queue gives is chance, so only their number is compared. */
    private static void receiveSomeAndGiveThemBack(int max) {
        List<String> held = ours.inFlight();
        both(side -> {
            int received = side.receive(max).size();
            List<String> fresh = new ArrayList<>(side.inFlight());
            fresh.removeAll(held);
            if (!fresh.isEmpty()) {
                side.giveBack(fresh);
            }
            return received;
        });
    }

    /** Does it on both sides; they must answer alike. */
    private static <T> void both(Function<OracleSide, T> operation) {
        T expected = operation.apply(theirs);
        T actual = operation.apply(ours);
        assertThat(actual).as("the local cloud, as ElasticMQ").isEqualTo(expected);
    }

    private static List<String> on(List<String> bodies, Consumer<List<String>> operation) {
        if (!bodies.isEmpty()) {
            operation.accept(bodies);
        }
        return bodies;
    }

    /** Up to ten of those in flight. */
    private static List<String> chosen(Random random) {
        List<String> inFlight = new ArrayList<>(ours.inFlight());
        Collections.shuffle(inFlight, random);
        return List.copyOf(inFlight.subList(0, Math.min(inFlight.size(), 1 + random.nextInt(10))));
    }

    /** By their text, with attributes and digests; a partial receive has counted for other messages on each side. */
    private static Map<String, List<Object>> contents(List<Message> messages) {
        Map<String, List<Object>> contents = new TreeMap<>();
        messages.forEach(message -> contents.put(
                message.body(),
                List.of(
                        message.md5OfBody(),
                        String.valueOf(message.md5OfMessageAttributes()),
                        message.messageAttributes())));
        return contents;
    }

    private static Map<String, List<String>> byGroup(List<Message> messages) {
        return messages.stream()
                .collect(groupingBy(
                        message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
                        TreeMap::new,
                        mapping(
                                message -> "%s received %s times, id %s"
                                        .formatted(
                                                message.body(),
                                                message.attributes()
                                                        .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT),
                                                message.attributes()
                                                        .get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID)),
                                toList())));
    }

    /** Whether the message got the id of the one before with the same deduplication id. */
    private static boolean repeats(Map<String, String> messageIds, String deduplicationId, String messageId) {
        return messageId.equals(messageIds.put(deduplicationId, messageId));
    }

    private static List<SendMessageBatchRequestEntry> entries(Random random, int number) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id("e" + i)
                    .messageBody("message %d.%d %s".formatted(number, i, "ü\n<&>\uD83D\uDE80"))
                    .messageAttributes(attributes(random))
                    .delaySeconds(random.nextInt(10) == 0 ? 900 : 0)
                    .build());
        }
        return entries;
    }

    private static Map<String, MessageAttributeValue> attributes(Random random) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            var value = MessageAttributeValue.builder();
            attributes.put(
                    "attribute." + i,
                    switch (random.nextInt(3)) {
                        case 0 ->
                            value.dataType("String").stringValue("text " + i).build();
                        case 1 ->
                            value.dataType("Number.int").stringValue("" + i).build();
                        default ->
                            value.dataType("Binary")
                                    .binaryValue(SdkBytes.fromByteArray(new byte[] {1, (byte) 200, (byte) i}))
                                    .build();
                    });
        }
        return attributes;
    }
}
