package dev.edaworkshop.localcloud.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param nextToken says where the next part begins; null for the last
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int MAX = 100;

    /**
     * @param token of the page before, null for the first
     * @param limit null for as many as AWS gives
     */
    static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer limit) {
        Constraints.range(limit, "limit", 1, MAX);
        int from;
        try {
            from = token == null ? 0 : Math.min(all.size(), Math.max(0, Integer.parseInt(token)));
        } catch (NumberFormatException e) {
            throw EventsErrors.validation("Parameter NextToken is not valid.");
        }
        int to = Math.min(all.size(), from + (limit == null ? MAX : limit));
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? String.valueOf(to) : null);
    }
}
