package dev.edaworkshop.lab1.reservations;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A stock that is forgotten when the program ends, for tests and dry runs. */
public final class MemoryStock implements Stock {

    private final Map<String, Integer> pieces;
    private final Set<String> handledEvents = new HashSet<>();

    /** @param pieces how many there are of each product, by its id */
    public MemoryStock(Map<String, Integer> pieces) {
        this.pieces = new TreeMap<>(pieces);
    }

    @Override
    public void reserve(String eventId, String productId, int quantity) {
        if (handledEvents.contains(eventId)) {
            return;
        }
        int left = pieces.getOrDefault(productId, 0) - quantity;
        if (left < 0) {
            throw new NotInStockException(productId, quantity);
        }
        pieces.put(productId, left);
        handledEvents.add(eventId);
    }

    public Map<String, Integer> pieces() {
        return new TreeMap<>(pieces);
    }
}
