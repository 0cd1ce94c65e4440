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
@Exercise(value = "5.6", aboutDeliveries = false)
class ProviderAndReceiptsCheck {

    private static final int PRODUCTS = 23;
    private static final List<Integer> FULL_REQUESTS = List.of(10, 10, 3);
    /** The request for the product that comes first, alone, is the first one. */
    private static final int FIRST_REQUEST = 2;

    private static final int REFUSED_ENTRY = 4;
    private static final int HEAVY_PRODUCTS = 4;
    private static final int HEAVY_REQUESTS = 2;
    private static final int TRIES = 3;

    @Test
    void requests_are_full_and_what_is_refused_is_named_and_sent_again(DeployedLab lab) {
        var table = new TableWriter(lab);
        BusProbe bus = lab.probeBus(lab.output("BusName"), "{\"source\": [\"%s\"]}".formatted(lab.source()));

        requireThreeRequestsAndOneMore(lab, table, bus);
        requireDividedByBytes(lab, table, bus);
        requireRefusedUnsent(lab, table);
        requireThreeTries(lab, table);
        requireSameEnvelopeOnTheTopic(lab, table, bus);
    }

    private static void requireThreeRequestsAndOneMore(DeployedLab lab, TableWriter table, BusProbe bus) {
        Receipts receipts = Receipts.from(lab);
        try (PutEventsWatch watch =
                lab.watchPutEvents((call, entry) -> call == FIRST_REQUEST && entry == REFUSED_ENTRY)) {
            table.inOneBatch(() -> writeAll(lab, table));

            List<List<PutEventsWatch.Entry>> requests = requests(watch);
            requireAnnouncedTogether(requests, receipts);
            requireNoneTooLong(receipts);
            requireFullRequests(requests);
            String refused = product(requests.getFirst().get(REFUSED_ENTRY - 1));
            List<Announced> heard = Announced.of(bus.received());
            requireReceipt(refused, receipts, heard);
            requireOnlyTheRefusedAgain(refused, products(requests.subList(FULL_REQUESTS.size(), requests.size())));
            requireAll(heard);
        }
    }

    private static void requireDividedByBytes(DeployedLab lab, TableWriter table, BusProbe bus) {
        Receipts receipts = Receipts.from(lab);
        List<List<PutEventsWatch.Entry>> requests;
        try (PutEventsWatch watch = lab.watchPutEvents(PutEventsWatch.Plan.NONE)) {
            table.inOneBatch(() -> IntStream.rangeClosed(1, HEAVY_PRODUCTS)
                    .forEach(i -> table.put(named(table.item("p-heavy-" + i, "1.00"), "x".repeat(380_000)))));
            requests = requests(watch);
        }
        // The stream would hand them over again in smaller batches: it helps, and hides what went wrong.
        List<String> refused = receipts.saying("refused: p-heavy");
        if (!refused.isEmpty()) {
            throw red(
                    "not-by-bytes",
                    "four events of 380 KB each are sent in as many requests as it takes, and none is refused",
                    "A request was too heavy; %s. EventBridge takes 10 events in a request, if they are not larger than 1 MiB together"
                            .formatted(Receipts.quoted(refused)));
        }
        List<Announced> heard = Announced.of(bus.received());
        for (int i = 1; i <= HEAVY_PRODUCTS; i++) {
            String product = "p-heavy-" + i;
            if (heard.stream().noneMatch(event -> event.productId().equals(product))) {
                throw red(
                        "not-by-bytes",
                        "four events of 380 KB each reach the bus, in as many requests as it takes",
                        "%s never reached the bus. EventBridge takes 10 events in a request, if they are not larger than 1 MiB together"
                                .formatted(product));
            }
        }
        if (requests.size() > HEAVY_REQUESTS) {
            throw red(
                    "bytes-go-on",
                    "four events of 380 KB each take two requests, as two of them fit into one",
                    "They took %d requests, of %s events: the later ones were not full"
                            .formatted(requests.size(), sizes(requests)));
        }
    }

    private static void requireRefusedUnsent(DeployedLab lab, TableWriter table) {
        Receipts receipts = Receipts.from(lab);
        try (PutEventsWatch watch = lab.watchPutEvents(PutEventsWatch.Plan.NONE)) {
            table.put(table.huge("p-huge"));
            lab.drain();

            boolean refused = !receipts.saying("p-huge (OversizeEvent)").isEmpty();
            if (!refused || !watch.calls().isEmpty()) {
                throw red(
                        "sent-oversize",
                        "an event of 1.2 MB is refused before anything is sent: p-huge (OversizeEvent)",
                        "The receipt says: %s. Whoever knows that a parcel does not fit through the door need not carry it there"
                                .formatted(Receipts.quoted(receipts.all())));
            }
        }
        requireGivenUp(lab);
        int tries = receipts.saying("p-huge (OversizeEvent)").size();
        if (tries > receipts.invocations()) {
            throw red(
                    "tried-in-vain",
                    "what is refused for a reason that does not pass is tried once, and goes back to the stream",
                    "p-huge, which fits into no request, was tried %d times in %d invocations. Will it be smaller the next time?"
                            .formatted(tries, receipts.invocations()));
        }
    }

    /** The bus refuses whatever comes; each time, the stream hands the record over once more. */
    private static void requireThreeTries(DeployedLab lab, TableWriter table) {
        Receipts receipts = Receipts.from(lab);
        try (PutEventsWatch watch = lab.watchPutEvents((call, entry) -> true)) {
            table.put(table.item("p-unlucky", "1.00"));
            lab.drain();

            int sent = watch.calls().size();
            if (sent != TRIES * receipts.invocations()) {
                throw red(
                        "not-three-tries",
                        "what the bus refuses each time is sent three times in all, then it goes back to the stream",
                        "p-unlucky was sent %d times in %d invocations of your function, not three times in each"
                                .formatted(sent, receipts.invocations()));
            }
        }
    }

    /** What stays refused must not be done with: after its last attempt the stream hands it to the queue. */
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

    /** What is refused goes back to the stream as a reported failure; what the function throws does not belong there. */
    private static Red red(String mistake, String expected, String observed) {
        return Red.because(mistake, expected, observed).withReportsExpected();
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

    /** Without the request for the product that comes first, alone. */
    private static List<List<PutEventsWatch.Entry>> requests(PutEventsWatch watch) {
        return watch.calls().stream()
                .map(PutEventsWatch.Call::entries)
                .filter(entries -> !isTheFirst(entries))
                .toList();
    }

    private static List<Integer> sizes(List<List<PutEventsWatch.Entry>> requests) {
        return requests.stream().map(List::size).toList();
    }

    private static List<List<String>> products(List<List<PutEventsWatch.Entry>> requests) {
        return requests.stream()
                .map(request ->
                        request.stream().map(ProviderAndReceiptsCheck::product).toList())
                .toList();
    }

    /** Whoever hands over one event at a time cannot have requests of ten, however well they are divided. */
    private static void requireAnnouncedTogether(List<List<PutEventsWatch.Entry>> requests, Receipts receipts) {
        int alone = receipts.of(1).size();
        if (alone >= PRODUCTS) {
            throw red(
                    "announced-one-by-one",
                    "23 events take three requests, of 10, 10 and 3 events",
                    "%d requests were sent for 23 events, one for each, and there are %d receipts for 1 event: StreamProcessor calls `announce` for each fact, so that no request can hold more. Give it all facts of a batch in one call"
                            .formatted(requests.size(), alone));
        }
    }

    /** EventBridge looks at such a request as a whole, and nobody sees its events. */
    private static void requireNoneTooLong(Receipts receipts) {
        List<String> refused = receipts.saying("(ValidationException)");
        if (!refused.isEmpty()) {
            throw red(
                    "too-long",
                    "23 events take three requests, of 10, 10 and 3 events",
                    "A request was refused as a whole. EventBridge takes up to 10 events in one; of a request with 11 entries it takes none. The receipt says: %s"
                            .formatted(Receipts.quoted(refused)));
        }
    }

    private static void requireFullRequests(List<List<PutEventsWatch.Entry>> requests) {
        List<Integer> sizes = sizes(requests);
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

    private static void requireReceipt(String refused, Receipts receipts, List<Announced> heard) {
        if (receipts.saying("22 accepted, 1 refused: " + refused).isEmpty()) {
            List<String> ofTheBatch = receipts.of(PRODUCTS);
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
                                    Receipts.quoted(ofTheBatch.isEmpty() ? receipts.all() : ofTheBatch)));
        }
    }

    private static void requireOnlyTheRefusedAgain(String refused, List<List<String>> again) {
        String expected = "%s was refused, and is sent once more, alone".formatted(refused);
        if (again.isEmpty()) {
            throw red("not-tried-again", expected, "%s was not sent again".formatted(refused));
        }
        if (again.equals(List.of(List.of(refused)))) {
            return;
        }
        int sent = again.stream().mapToInt(List::size).sum();
        if (again.getFirst().equals(List.of(refused))) {
            throw red(
                    "refusal-stays",
                    expected,
                    "%s was sent again, alone, and accepted. Then came %d more requests with %d events, which the bus had already: whoever read the receipt still found %s refused in it"
                            .formatted(refused, again.size() - 1, sent - 1, refused));
        }
        if (again.getFirst().getFirst().equals(refused)) {
            throw red(
                    "not-tried-again",
                    expected,
                    "It went back to the stream at once, which had it come again with everything after it: %d events, and the bus had %d of them already"
                            .formatted(sent, sent - 1));
        }
        throw red(
                "more-than-refused",
                expected,
                "%d events were sent again, %s among them: the bus had %d of them already"
                        .formatted(sent, refused, sent - 1));
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
