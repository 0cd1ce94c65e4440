package dev.edaworkshop.localcloud.sns;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a long list; the token says where the next part begins. */
record Page<T>(List<T> items, Optional<String> nextToken) {

    /** @param token of the page before, null for the first */
    static <T> Page<T> of(List<T> all, @Nullable String token, int size) {
        int from;
        try {
            from = token == null ? 0 : Math.min(all.size(), Math.max(0, Integer.parseInt(token)));
        } catch (NumberFormatException e) {
            throw SnsErrors.invalidParameter("NextToken");
        }
        int to = Math.min(all.size(), from + size);
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }
}
