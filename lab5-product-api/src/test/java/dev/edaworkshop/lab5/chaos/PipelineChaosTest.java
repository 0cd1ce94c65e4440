package dev.edaworkshop.lab5.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.events.PutEventsWatch;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import dev.edaworkshop.testkit.Exercise;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Everything goes wrong at once: the table is throttled, the bus refuses entries, the function is killed, records come
 * twice. Each change of a product still becomes one event at each subscriber, or is named in the dead-letter queue.
 *
 * <p>{@code -Dchaos.changes=2000 -Dchaos.seed=7} makes it longer, or another one.
 */
@Exercise("5.6")
@Tag("solved")
class PipelineChaosTest {

    private static final int CHANGES = Integer.getInteger("chaos.changes", 60);
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final int PRODUCTS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SplittableRandom random = new SplittableRandom(SEED);
    /** What each product costs now, in cents. */
    private final Map<String, Integer> prices = new HashMap<>();

    @Test
    void each_change_is_one_event_at_each_subscriber_or_is_named_among_those_given_up(DeployedLab lab) {
        String function = lab.output("StreamProcessorFunction");
        List<BusProbe> subscribers = List.of(subscriber(lab), subscriber(lab));

        try (var refusing = lab.watchPutEvents((call, entry) -> chance(call * 31L + entry, 15));
                var killed = lab.fault(
                        function, new FaultPlan.Fail(20, SEED, "dev.edaworkshop.Killed", "The process was killed"))) {
            for (int i = 0; i < CHANGES; i++) {
                if (random.nextInt(10) == 0) {
                    lab.throttle(lab.output("ProductTable"), Set.of("PutItem", "DeleteItem"), 1);
                }
                change(lab, "p-" + random.nextInt(PRODUCTS));
            }
            lab.drain();
            assertThat(refusing.calls()).as("the bus refused entries").anySatisfy(call -> assertThat(call.entries())
                    .anyMatch(PutEventsWatch.Entry::refused));
        }
        assertThat(lab.journal()).as("the function was killed").anyMatch(hop -> hop.kind() == Hop.Kind.THREW);
        Map<String, JsonNode> records = recordsBySequenceNumber(lab, function);
        repeatSome(lab, function, records);
        lab.drain();

        assertThat(records).as("changes that the stream has").hasSize(CHANGES);
        Set<String> givenUp = givenUp(lab, records.keySet());
        for (BusProbe subscriber : subscribers) {
            Map<String, String> heard = factsByEventId(subscriber);
            Set<String> missing = new TreeSet<>();
            Map<String, Integer> unaccounted = counts(heard);
            records.forEach((sequenceNumber, record) -> {
                if (unaccounted.merge(fact(record), -1, Integer::sum) < 0) {
                    missing.add(sequenceNumber);
                }
            });
            assertThat(missing.size()).as("seed %d: most were heard of", SEED).isLessThan(CHANGES / 2);
            assertThat(givenUp)
                    .as("seed %d: changes that nobody heard of are named", SEED)
                    .containsAll(missing);
            assertThat(unaccounted.values())
                    .as("seed %d: nothing was heard that did not happen", SEED)
                    .allMatch(left -> left <= 0);
        }
    }

    private static BusProbe subscriber(DeployedLab lab) {
        return lab.probeBus(lab.output("BusName"), "{\"source\": [\"%s\"]}".formatted(lab.source()));
    }

    private static boolean chance(long what, int percent) {
        return new SplittableRandom(SEED * 1_000_003 + what).nextInt(100) < percent;
    }

    /** Creates the product, changes its price or deletes it; each of it is a fact. */
    private void change(DeployedLab lab, String productId) {
        Integer price = prices.get(productId);
        if (price != null && random.nextInt(4) == 0) {
            lab.dynamoDb().deleteItem(request -> request.tableName(lab.output("ProductTable"))
                    .key(Map.of("product_id", AttributeValue.fromS(productId))));
            prices.remove(productId);
            return;
        }
        int newPrice = price == null ? 100 + random.nextInt(900) : price + 1 + random.nextInt(50);
        lab.dynamoDb().putItem(request -> request.tableName(lab.output("ProductTable"))
                .item(Map.of(
                        "product_id", AttributeValue.fromS(productId),
                        "sku", AttributeValue.fromS("TOY-0001"),
                        "name", AttributeValue.fromS("Wooden boat"),
                        "category", AttributeValue.fromS("toys"),
                        "region", AttributeValue.fromS("eu"),
                        "price", AttributeValue.fromN("%d.%02d".formatted(newPrice / 100, newPrice % 100)),
                        "test_name", AttributeValue.fromS(lab.source()))));
        prices.put(productId, newPrice);
    }

    /** What the function was handed, each record once. */
    private static Map<String, JsonNode> recordsBySequenceNumber(DeployedLab lab, String function) {
        Map<String, JsonNode> records = new LinkedHashMap<>();
        for (Hop hop : lab.journal()) {
            if (hop.kind() == Hop.Kind.INVOKED && hop.to().endsWith(":function:" + function)) {
                JsonNode record = json(hop.payload());
                records.put(record.path("dynamodb").path("SequenceNumber").asText(), record);
            }
        }
        return records;
    }

    /** A stream's records can come twice; here every seventh does, long after. */
    private static void repeatSome(DeployedLab lab, String function, Map<String, JsonNode> records) {
        int i = 0;
        for (JsonNode record : records.values()) {
            if (i++ % 7 == 0) {
                lab.invoke(function, "{\"Records\": [%s]}".formatted(record));
            }
        }
    }

    /** The sequence numbers that lie in a range which a dead letter names. */
    private static Set<String> givenUp(DeployedLab lab, Set<String> sequenceNumbers) {
        Set<String> givenUp = new HashSet<>();
        while (true) {
            List<Message> letters = lab.sqs()
                    .receiveMessage(request ->
                            request.queueUrl(lab.output("GivenUpQueueUrl")).maxNumberOfMessages(10))
                    .messages();
            if (letters.isEmpty()) {
                return givenUp;
            }
            for (Message letter : letters) {
                JsonNode range = json(letter.body()).path("DDBStreamBatchInfo");
                sequenceNumbers.stream()
                        .filter(number -> number.compareTo(
                                        range.path("startSequenceNumber").asText())
                                >= 0)
                        .filter(number ->
                                number.compareTo(range.path("endSequenceNumber").asText()) <= 0)
                        .forEach(givenUp::add);
            }
        }
    }

    /** What a subscriber that knows ids makes of all it was told. */
    private static Map<String, String> factsByEventId(BusProbe subscriber) {
        Map<String, String> facts = new HashMap<>();
        for (String event : subscriber.received()) {
            JsonNode detail = json(event).path("detail");
            JsonNode data = detail.path("data");
            String name = detail.path("metadata").path("event_name").asText();
            String before = facts.put(
                    detail.path("metadata").path("event_id").asText(),
                    name + " " + data.path("product_id").asText() + " " + cents(data.path("price"))
                            + cents(data.path("old_price")) + cents(data.path("new_price")));
            assertThat(before)
                    .as("the same id is the same fact")
                    .isIn(
                            null,
                            facts.get(detail.path("metadata").path("event_id").asText()));
        }
        return facts;
    }

    private static Map<String, Integer> counts(Map<String, String> facts) {
        Map<String, Integer> counts = new HashMap<>();
        facts.values().forEach(fact -> counts.merge(fact, 1, Integer::sum));
        return counts;
    }

    /** What a record should be announced as. */
    private static String fact(JsonNode record) {
        JsonNode change = record.path("dynamodb");
        String productId = change.path("Keys").path("product_id").path("S").asText();
        String before = price(change.path("OldImage"));
        String after = price(change.path("NewImage"));
        return switch (record.path("eventName").asText()) {
            case "INSERT" -> "product_created %s %s".formatted(productId, after);
            case "REMOVE" -> "product_deleted %s ".formatted(productId);
            default -> "product_price_changed %s %s%s".formatted(productId, before, after);
        };
    }

    private static String price(JsonNode image) {
        return image.isMissingNode()
                ? ""
                : cents(JSON.getNodeFactory()
                        .numberNode(new BigDecimal(
                                image.path("price").path("N").asText())));
    }

    private static String cents(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().movePointRight(2).intValueExact() + "c" : "";
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
