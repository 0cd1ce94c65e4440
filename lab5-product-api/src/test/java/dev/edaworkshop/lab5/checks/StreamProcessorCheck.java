package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes products in the table and listens on the bus; then puts something into the table that is no product. */
@Exercise(value = "5.5", aboutDeliveries = false)
class StreamProcessorCheck {

    private static final String CREATED = "product_created";
    private static final String PRICE_CHANGED = "product_price_changed";
    private static final String DELETED = "product_deleted";

    @Test
    void what_happened_is_announced_once_and_in_order_whatever_else_is_in_the_table(DeployedLab lab) {
        var table = new TableWriter(lab);
        BusProbe bus = lab.probeBus(lab.output("BusName"), "{\"source\": [\"%s\"]}".formatted(lab.source()));

        table.inOneBatch(() -> changeProducts(table));
        requireFacts(Announced.of(bus.received()));

        table.inOneBatch(() -> writeWhatIsNoProduct(table));
        requireRestUnharmed(Announced.of(bus.received()), lab);

        requireRefusedComesAgain(lab, table);
    }

    private static void changeProducts(TableWriter table) {
        Map<String, AttributeValue> boat = table.item("p-1", "24.90");
        table.put(boat);
        table.put(TableWriter.with(boat, "name", AttributeValue.fromS("Wooden boat, red")));
        table.put(table.item("p-2", "8.00"));
        table.put(TableWriter.with(boat, "price", AttributeValue.fromN("19.90")));
        table.put(TableWriter.with(boat, "price", AttributeValue.fromN("21.50")));
        table.delete("p-2");
    }

    private static void requireFacts(List<Announced> heard) {
        List<Announced> boat = about("p-1", heard);
        List<Announced> other = about("p-2", heard);
        requireNoOtherCreation(boat);
        requireNoNoise(boat);
        requireOrder(boat);
        requireEach(boat, "p-1", List.of(CREATED, PRICE_CHANGED, PRICE_CHANGED));
        requireEach(other, "p-2", List.of(CREATED, DELETED));
        requirePrices(boat.get(1), "24.90", "19.90");
        requirePrices(boat.get(2), "19.90", "21.50");
        requireFacts(boat.getFirst(), "sku", "name", "category", "price", "region");
        requireFacts(boat.get(1), "sku", "category", "region");
        requireFacts(other.getLast(), "sku", "category", "region");
    }

    /** The third of five records has no price. */
    private static void writeWhatIsNoProduct(TableWriter table) {
        table.put(table.item("p-11", "1.00"));
        table.put(table.item("p-12", "2.00"));
        table.put(TableWriter.without(table.item("p-13", "3.00"), "price"));
        table.put(table.item("p-14", "4.00"));
        table.put(table.item("p-15", "5.00"));
    }

    private static void requireRestUnharmed(List<Announced> heard, DeployedLab lab) {
        requireDone("whole-batch", List.of("p-11", "p-12"), "came before it", heard);
        requireDone("went-on", List.of("p-14", "p-15"), "came after it", heard);
        int aside = lab.queue(lab.output("GivenUpQueueUrl")).visible();
        if (aside != 1) {
            throw Red.because(
                            "swallowed",
                            "product p-13, which has no price, is put aside in the end",
                            "%d records were put aside. The function said that it had dealt with p-13, and nobody will ever look at it again"
                                    .formatted(aside))
                    .withFailuresExpected();
        }
    }

    /** Its event fits into no request: what the receipt names as refused has to come again, and is put aside at last. */
    private static void requireRefusedComesAgain(DeployedLab lab, TableWriter table) {
        int before = lab.queue(lab.output("GivenUpQueueUrl")).visible();
        Receipts receipts = Receipts.from(lab);
        table.put(table.huge("p-huge"));
        lab.drain();
        boolean saidSo = !receipts.saying("refused: p-huge").isEmpty();
        if (saidSo && lab.queue(lab.output("GivenUpQueueUrl")).visible() == before) {
            throw Red.because(
                            "refusal-lost",
                            "a record whose event stays refused comes again, and in the end lies in the queue GivenUp",
                            "The event of p-huge is larger than any request. It was refused (%s), and nobody hears of it any more: StreamProcessor said that its record is done"
                                    .formatted(Receipts.quoted(receipts.all())))
                    .withFailuresExpected();
        }
    }

    private static List<Announced> about(String productId, List<Announced> events) {
        return events.stream()
                .filter(event -> event.productId().equals(productId))
                .toList();
    }

    private static void requireNoOtherCreation(List<Announced> boat) {
        long created =
                boat.stream().filter(event -> event.name().equals(CREATED)).count();
        if (created > 1) {
            throw Red.because(
                    "all-is-created",
                    "p-1 was created once: product_created once, and what happened then has its own name",
                    "product_created was announced %d times for p-1: a new price is not a new product"
                            .formatted(created));
        }
    }

    private static void requireNoNoise(List<Announced> boat) {
        for (Announced event : boat) {
            if (event.name().equals(PRICE_CHANGED) && event.data("old_price").equals(event.data("new_price"))) {
                throw Red.because(
                        "noise",
                        "a new name is nobody's news",
                        "p-1 got another name, and the shop heard %s. What should anybody do with that?"
                                .formatted(event.inWords()));
            }
        }
    }

    private static void requireOrder(List<Announced> boat) {
        List<String> heard = boat.stream().map(Announced::inWords).toList();
        int first = indexOf(boat, "19.90");
        int second = indexOf(boat, "21.50");
        int created = boat.stream().map(Announced::name).toList().indexOf(CREATED);
        if (first >= 0 && second >= 0 && (second < first || created > first)) {
            throw Red.because(
                    "order-lost",
                    "p-1 was created for 24.90, then cost 19.90, then 21.50, and is announced in this order",
                    "The shop heard %s. Whoever believes the last word sells it for the wrong price".formatted(heard));
        }
    }

    private static int indexOf(List<Announced> events, String newPrice) {
        return events.stream()
                .map(event -> event.says("new_price", newPrice))
                .toList()
                .indexOf(true);
    }

    private static void requireEach(List<Announced> heard, String productId, List<String> names) {
        List<String> announced = heard.stream().map(Announced::name).toList();
        if (!announced.equals(names)) {
            throw Red.because(
                    "not-announced",
                    "what happened to %s is announced as %s".formatted(productId, names),
                    announced.isEmpty()
                            ? "Nothing was announced about %s".formatted(productId)
                            : "About %s the shop heard %s".formatted(productId, announced));
        }
        for (Announced event : heard) {
            if (!event.name().equals(event.detailType())) {
                throw Red.because(
                        "not-announced",
                        "an event has one name",
                        "It is %s for the bus and %s for whoever opens it".formatted(event.detailType(), event.name()));
            }
        }
    }

    private static void requirePrices(Announced event, String oldPrice, String newPrice) {
        if (!event.says("old_price", oldPrice) || !event.says("new_price", newPrice)) {
            throw Red.because(
                    "wrong-facts",
                    "product_price_changed from %s to %s, as numbers".formatted(oldPrice, newPrice),
                    "The shop heard %s".formatted(event.inWords()));
        }
    }

    private static void requireFacts(Announced event, String... fields) {
        for (String field : fields) {
            if (event.data(field).isEmpty()) {
                throw Red.because(
                        "wrong-facts",
                        "%s says %s".formatted(event.name(), String.join(", ", fields)),
                        "%s does not say %s; a reader would have to ask the catalogue".formatted(event.name(), field));
            }
        }
    }

    private static void requireDone(String mistake, List<String> products, String where, List<Announced> heard) {
        for (String product : products) {
            int times = about(product, heard).size();
            if (times != 1) {
                throw Red.because(
                                times == 0 ? "swallowed" : mistake,
                                "p-13 cannot be read; %s %s and is announced once".formatted(product, where),
                                times == 0
                                        ? "%s was never announced".formatted(product)
                                        : "%s was announced %d times: Lambda repeats a batch from the record that your function names, and everything after it. Which one did it name, and what had been announced by then?"
                                                .formatted(product, times))
                        .withFailuresExpected();
            }
        }
    }
}
