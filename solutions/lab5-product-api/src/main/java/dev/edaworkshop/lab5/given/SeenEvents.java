package dev.edaworkshop.lab5.given;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ids of the events that were handled lately, so that one that is delivered twice is handled once.
 *
 * <p>They are kept in memory, which is enough to show the idea and not enough for money: see exercise 1.7.
 */
final class SeenEvents {

    private static final int KEPT = 10_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether this is the first time that the event is seen. */
    boolean isNew(String eventId) {
        return ids.put(eventId, true) == null;
    }
}
