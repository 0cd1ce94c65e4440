package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import dev.edaworkshop.lab5.event.Metadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps what is announced; refuses the products it is told to. */
final class RecordingHandler implements EventHandler {

    private final List<ProductFact> announced = new ArrayList<>();
    private final Set<String> refusedProducts = new HashSet<>();

    RecordingHandler refusing(String productId) {
        refusedProducts.add(productId);
        return this;
    }

    List<ProductFact> announced() {
        return List.copyOf(announced);
    }

    @Override
    public PublishReceipt announce(List<ProductFact> facts) {
        announced.addAll(facts);
        List<Refusal> refused = facts.stream()
                .filter(fact -> refusedProducts.contains(fact.productId()))
                .map(fact -> new Refusal(envelope(fact), "InternalFailure", "on purpose"))
                .toList();
        return new PublishReceipt(facts.size() - refused.size(), refused);
    }

    private static DomainEvent envelope(ProductFact fact) {
        return new DomainEvent(
                fact.data(),
                new Metadata(fact.eventId(), fact.eventName(), "a.test", 1, fact.eventId(), fact.occurredAt()));
    }
}
