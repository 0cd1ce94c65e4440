package dev.edaworkshop.lab5.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.events.PutEventsWatch;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import dev.edaworkshop.testkit.DeployedLab.Probe;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Lets 23 products be created at once and has the bus refuse one of them; then sends what is heavy, and too heavy. */
@Exercise("5.6")
class ProviderAndReceiptsCheck {

    private static final int PRODUCTS = 23;
    private static final List<Integer> FULL_REQUESTS = List.of(10, 10, 3);
    /** The request for the product that comes first, alone, is the first one. */
    private static final int FIRST_REQUEST = 2;

    private static final int REFUSED_ENTRY = 4;

    @Test
    void requests_are_full_and_what_is_refused_is_named_and_sent_again(DeployedLab lab) {
        var table = new TableWriter(lab);
        BusProbe bus = lab.probeBus(lab.output("BusName"), "{\"source\": [\"%s\"]}".formatted(lab.source()));

        requireThreeRequestsAndOneMore(lab, table, bus);
        requireDividedByBytes(lab, table, bus);
        requireRefusedUnsent(lab, table);
        requireSameEnvelopeOnTheTopic(lab, table, bus);
    }

    private static void requireThreeRequestsAndOneMore(DeployedLab lab, TableWriter table, BusProbe bus) {
        try (PutEventsWatch watch =
                lab.watchPutEvents((call, entry) -> call == FIRST_REQUEST && entry == REFUSED_ENTRY)) {
            table.inOneBatch(() -> writeAll(lab, table));

            List<List<PutEventsWatch.Entry>> requests = watch.calls().stream()
                    .map(PutEventsWatch.Call::entries)
                    .filter(entries -> !isTheFirst(entries))
                    .toList();
            requireFullRequests(requests);
            String refused = product(requests.getFirst().get(REFUSED_ENTRY - 1));
            List<Announced> heard = Announced.of(bus.received());
            requireReceipt(refused, lab.printed(lab.output("StreamProcessorFunction")), heard);
            requireOnlyTheRefusedAgain(refused, requests.subList(FULL_REQUESTS.size(), requests.size()));
            requireAll(heard);
        }
    }

    private static void requireDividedByBytes(DeployedLab lab, TableWriter table, BusProbe bus) {
        table.inOneBatch(() -> IntStream.rangeClosed(1, 3)
                .forEach(i -> table.put(named(table.item("p-heavy-" + i, "1.00"), "x".repeat(380_000)))));

        // The stream would hand them over again in smaller batches: it helps, and hides what went wrong.
        List<String> refused = lab.printed(lab.output("StreamProcessorFunction")).stream()
                .filter(line -> line.contains("refused: p-heavy"))
                .toList();
        if (!refused.isEmpty()) {
            throw red(
                    "not-by-bytes",
                    "three events of 380 KB each are sent in as many requests as it takes, and none is refused",
                    "A request was too heavy; %s. EventBridge takes 10 events in a request, if they are not larger than 1 MiB together"
                            .formatted(refused.getFirst()));
        }
        List<Announced> heard = Announced.of(bus.received());
        for (int i = 1; i <= 3; i++) {
            String product = "p-heavy-" + i;
            if (heard.stream().noneMatch(event -> event.productId().equals(product))) {
                throw red(
                        "not-by-bytes",
                        "three events of 380 KB each reach the bus, in as many requests as it takes",
                        "%s never reached the bus. EventBridge takes 10 events in a request, if they are not larger than 1 MiB together"
                                .formatted(product));
            }
        }
    }

    /** A sign that JSON writes with six: the item fits into the table, its event into no request. */
    private static void requireRefusedUnsent(DeployedLab lab, TableWriter table) {
        try (PutEventsWatch watch = lab.watchPutEvents(PutEventsWatch.Plan.NONE)) {
            table.put(named(table.item("p-huge", "1.00"), "\u0007".repeat(200_000)));
            lab.drain();

            List<String> printed = lab.printed(lab.output("StreamProcessorFunction"));
            boolean refused = printed.stream().anyMatch(line -> line.contains("p-huge (OversizeEvent)"));
            if (!refused || !watch.calls().isEmpty()) {
                throw red(
                        "sent-oversize",
                        "an event of 1.2 MB is refused before anything is sent: p-huge (OversizeEvent)",
                        "The receipt says: %s. Whoever knows that a parcel does not fit through the door need not carry it there"
                                .formatted(printed.isEmpty() ? "nothing" : printed.getLast()));
            }
        }
        requireGivenUp(lab);
    }

    /** What stays refused must not be done with: after two more attempts the stream hands it to the queue. */
    private static void requireGivenUp(DeployedLab lab) {
        String queue = lab.output("GivenUpQueueUrl");
        if (lab.sqs().receiveMessage(request -> request.queueUrl(queue)).messages().isEmpty()) {
            throw red(
                    "refusal-lost",
                    "a record whose event stays refused comes again, and in the end lies in the queue GivenUp",
                    "p-huge was refused, and nobody hears of it any more: StreamProcessor said that its record is done, and the queue GivenUp is empty");
        }
    }

    private static void requireSameEnvelopeOnTheTopic(DeployedLab lab, TableWriter table, BusProbe bus) {
        Probe topic = lab.probe(lab.output("ProductEventsTopicArn"));
        sendBy("sns", lab);
        table.put(table.item("p-99", "5.00"));
        lab.drain();

        JsonNode onTheBus = bus.received().stream()
                .map(event -> Announced.of(List.of(event)).getFirst())
                .filter(event -> event.productId().equals("p-01"))
                .map(event -> comparable(event.detail()))
                .findFirst()
                .orElseThrow();
        List<JsonNode> onTheTopic = topic.received().stream()
                .map(message -> comparable(Announced.json(message.body())))
                .toList();
        if (!onTheTopic.equals(List.of(onTheBus))) {
            throw red(
                    "other-envelope",
                    "EVENT_PROVIDER is sns, and whoever reads events need not know which way they came: " + onTheBus,
                    "By the topic came " + onTheTopic);
        }
    }

    /** What is refused goes back to the stream, which counts as a failure of the function. */
    private static Red red(String mistake, String expected, String observed) {
        return Red.because(mistake, expected, observed).withFailuresExpected();
    }

    private static void writeAll(DeployedLab lab, TableWriter table) {
        List<WriteRequest> writes = IntStream.rangeClosed(1, PRODUCTS)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(PutRequest.builder()
                                .item(table.item("p-%02d".formatted(i), "5.00"))
                                .build())
                        .build())
                .toList();
        lab.dynamoDb().batchWriteItem(request -> request.requestItems(Map.of(lab.output("ProductTable"), writes)));
    }

    private static Map<String, AttributeValue> named(Map<String, AttributeValue> item, String name) {
        return TableWriter.with(item, "name", AttributeValue.fromS(name));
    }

    private static boolean isTheFirst(List<PutEventsWatch.Entry> entries) {
        return entries.size() == 1 && product(entries.getFirst()).startsWith(TableWriter.FIRST);
    }

    private static String product(PutEventsWatch.Entry entry) {
        return Announced.json(entry.detail()).path("data").path("product_id").asText();
    }

    private static void requireFullRequests(List<List<PutEventsWatch.Entry>> requests) {
        List<Integer> sizes = requests.stream().map(List::size).toList();
        if (sizes.size() < FULL_REQUESTS.size()
                || !sizes.subList(0, FULL_REQUESTS.size()).equals(FULL_REQUESTS)) {
            List<Integer> shown = sizes.subList(0, Math.min(sizes.size(), PRODUCTS));
            boolean oneByOne = sizes.stream().allMatch(size -> size == 1) && sizes.size() >= PRODUCTS;
            throw red(
                    oneByOne ? "one-by-one" : "not-full",
                    "23 events take three requests, of 10, 10 and 3 events",
                    oneByOne
                            ? "%d requests were sent for 23 events, one for each".formatted(sizes.size())
                            : "the requests had %s events. EventBridge takes up to 10 in one".formatted(shown));
        }
    }

    private static void requireReceipt(String refused, List<String> printed, List<Announced> heard) {
        boolean named = printed.stream().anyMatch(line -> line.contains("22 accepted, 1 refused: " + refused));
        if (!named) {
            boolean reachedTheBus =
                    heard.stream().anyMatch(event -> event.productId().equals(refused));
            throw red(
                    "believed-200",
                    "the receipt says: 22 accepted, 1 refused: %s".formatted(refused),
                    "200 OK, `FailedEntryCount` = 1: entry %d (%s) was never accepted%s. The receipt says: %s"
                            .formatted(
                                    REFUSED_ENTRY,
                                    refused,
                                    reachedTheBus ? "" : ", and nobody has heard of it",
                                    printed.isEmpty() ? "nothing" : printed.getLast()));
        }
    }

    private static void requireOnlyTheRefusedAgain(String refused, List<List<PutEventsWatch.Entry>> again) {
        List<List<String>> products = again.stream()
                .map(request ->
                        request.stream().map(ProviderAndReceiptsCheck::product).toList())
                .toList();
        if (!products.equals(List.of(List.of(refused)))) {
            int sent = products.stream().mapToInt(List::size).sum();
            throw red(
                    "more-than-refused",
                    "%s was refused, and is sent once more, alone".formatted(refused),
                    products.isEmpty()
                            ? "%s was not sent again".formatted(refused)
                            : "%d events were sent again, %s among them: the bus had %d of them already"
                                    .formatted(sent, refused, sent - 1));
        }
    }

    private static void requireAll(List<Announced> heard) {
        Map<String, Integer> times = new HashMap<>();
        heard.forEach(event -> times.merge(event.productId(), 1, Integer::sum));
        for (int i = 1; i <= PRODUCTS; i++) {
            String product = "p-%02d".formatted(i);
            if (times.getOrDefault(product, 0) != 1) {
                throw red(
                        "not-full",
                        "every product is announced once",
                        "%s was announced %d times".formatted(product, times.getOrDefault(product, 0)));
            }
        }
    }

    private static void sendBy(String provider, DeployedLab lab) {
        String function = lab.output("StreamProcessorFunction");
        Map<String, String> variables = new HashMap<>(lab.lambda()
                .getFunctionConfiguration(request -> request.functionName(function))
                .environment()
                .variables());
        variables.put("EVENT_PROVIDER", provider);
        lab.lambda().updateFunctionConfiguration(request -> request.functionName(function)
                .environment(environment -> environment.variables(variables)));
    }

    /** Without what differs between two products and two moments. */
    private static JsonNode comparable(JsonNode envelope) {
        JsonNode copy = envelope.deepCopy();
        if (copy.path("data") instanceof ObjectNode data) {
            data.put("product_id", "");
        }
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            List.of("event_id", "correlation_id", "created_at").forEach(field -> {
                if (metadata.has(field)) {
                    metadata.put(field, "");
                }
            });
        }
        return copy;
    }
}
