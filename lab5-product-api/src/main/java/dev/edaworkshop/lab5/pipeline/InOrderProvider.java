package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the events of a product in their order, also when one of them is refused.
 *
 * <p>It sends in rounds: in a round, each product has one event at most. Whoever was refused in a round is left out of
 * the next ones, so that no second price overtakes the first.
 */
public final class InOrderProvider implements EventProvider {

    private final EventProvider provider;

    public InOrderProvider(EventProvider provider) {
        this.provider = provider;
    }

    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        PublishReceipt receipt = PublishReceipt.empty();
        Set<String> refusedProducts = new HashSet<>();
        for (List<DomainEvent> round : rounds(events)) {
            List<DomainEvent> free = round.stream()
                    .filter(event -> !refusedProducts.contains(event.productId()))
                    .toList();
            receipt = receipt.and(heldBack(round, free))
                    .and(free.isEmpty() ? PublishReceipt.empty() : provider.publish(free));
            receipt.refused().forEach(refusal -> refusedProducts.add(refusal.productId()));
        }
        return receipt;
    }

    /** The first event of each product, then the second of each that has one, and so on. */
    private static List<List<DomainEvent>> rounds(List<DomainEvent> events) {
        List<List<DomainEvent>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (DomainEvent event : events) {
            int round = seen.merge(event.productId(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(event);
        }
        return rounds;
    }

    private static PublishReceipt heldBack(List<DomainEvent> round, List<DomainEvent> free) {
        return new PublishReceipt(
                0,
                round.stream()
                        .filter(event -> !free.contains(event))
                        .map(event -> new Refusal(
                                event, Refusal.HELD_BACK, "an earlier event of the same product was refused"))
                        .toList());
    }
}
