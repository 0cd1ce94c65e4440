package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.OwnTests.Variant;
import dev.edaworkshop.testkit.exercises.Patch;
import java.util.List;

/** The pipeline, eight times, each time wrong in one place; the name says what it does, and who would notice. */
final class Mutants {

    private static final String PIPELINE = "src/main/java/dev/edaworkshop/lab5/pipeline/";

    static List<Variant> all() {
        return List.of(
                mutant(
                        "keeps to itself that a product is gone",
                        "ProductFacts.java",
                        "return before.map(product -> deleted(record, product));",
                        "return Optional.empty();"),
                mutant(
                        "announces a new price when only the name has changed",
                        "ProductFacts.java",
                        "before.get().price().compareTo(after.get().price()) == 0",
                        "before.equals(after)"),
                mutant(
                        "takes the new price for the old one",
                        "ProductFacts.java",
                        "\"old_price\", before.price(),",
                        "\"old_price\", after.price(),"),
                mutant(
                        "gives the same change another `event_id` each time it is read",
                        "ProductFact.java",
                        "UUID.nameUUIDFromBytes((productId + \"/\" + sequenceNumber).getBytes(StandardCharsets.UTF_8))",
                        "UUID.nameUUIDFromBytes((UUID.randomUUID() + productId).getBytes(StandardCharsets.UTF_8))"),
                mutant(
                        "publishes the wrong `event_name`",
                        "Announcer.java",
                        "fact.eventName(),",
                        "\"product_changed\","),
                mutant(
                        "forgets which request an event goes back to",
                        "Announcer.java",
                        "fact.correlationId().orElse(fact.eventId())",
                        "fact.eventId()"),
                mutant(
                        "says that all went well when a record could not be read",
                        "StreamProcessor.java",
                        "return announce(facts).or(() -> Optional.of(record.sequenceNumber()));",
                        "return announce(facts);"),
                mutant(
                        "names the last refused event instead of the first",
                        "StreamProcessor.java",
                        ".findFirst();",
                        ".reduce((first, second) -> second);"));
    }

    private static Variant mutant(String doing, String file, String replace, String with) {
        return new Variant(doing, List.of(new Patch(PIPELINE + file, replace, with)));
    }

    private Mutants() {}
}
