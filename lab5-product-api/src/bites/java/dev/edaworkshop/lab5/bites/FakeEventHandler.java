package dev.edaworkshop.lab5.bites;

import dev.edaworkshop.lab5.event.DomainEvent;
import dev.edaworkshop.lab5.event.Metadata;
import dev.edaworkshop.lab5.pipeline.EventHandler;
import dev.edaworkshop.lab5.pipeline.ProductFact;
import dev.edaworkshop.lab5.pipeline.PublishReceipt;
import dev.edaworkshop.lab5.pipeline.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the place of everything behind the stream processor: keeps what is announced, refuses what it is told to. */
final class FakeEventHandler implements EventHandler {

    private final List<ProductFact> announced = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    void refuse(String productId) {
        refused.add(productId);
    }

    List<ProductFact> announced() {
        return List.copyOf(announced);
    }

    @Override
    public PublishReceipt announce(List<ProductFact> facts) {
        announced.addAll(facts);
        List<Refusal> refusals = facts.stream()
                .filter(fact -> refused.contains(fact.productId()))
                .map(fact -> new Refusal(envelope(fact), "InternalFailure", "refused by the fake"))
                .toList();
        return new PublishReceipt(facts.size() - refusals.size(), refusals);
    }

    private static DomainEvent envelope(ProductFact fact) {
        return new DomainEvent(
                fact.data(),
                new Metadata(fact.eventId(), fact.eventName(), "the.fake", 1, fact.eventId(), fact.occurredAt()));
    }
}
