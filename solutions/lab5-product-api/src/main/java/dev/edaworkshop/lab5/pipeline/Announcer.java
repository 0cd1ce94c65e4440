package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import dev.edaworkshop.lab5.event.Metadata;
import java.util.List;

/** Puts facts into the standard envelope and hands them to whatever sends events. */
public final class Announcer implements EventHandler {

    static final String CATALOGUE = "shop.catalogue";
    private static final int VERSION = 1;

    private final EventProvider provider;
    private final boolean inProduction;

    /** @param inProduction there everything is said by the catalogue, whoever claims to be a test */
    public Announcer(EventProvider provider, boolean inProduction) {
        this.provider = provider;
        this.inProduction = inProduction;
    }

    @Override
    public PublishReceipt announce(List<ProductFact> facts) {
        return provider.publish(facts.stream().map(this::envelope).toList());
    }

    private DomainEvent envelope(ProductFact fact) {
        return new DomainEvent(
                fact.data(),
                new Metadata(
                        fact.eventId(),
                        fact.eventName(),
                        source(fact),
                        VERSION,
                        // A change that nobody asked for by a request begins a story of its own.
                        fact.correlationId().orElse(fact.eventId()),
                        fact.occurredAt()));
    }

    /** What a test causes carries its name: the test finds it, and no consumer of the shop mistakes it for business. */
    private String source(ProductFact fact) {
        return inProduction ? CATALOGUE : fact.testName().orElse(CATALOGUE);
    }
}
