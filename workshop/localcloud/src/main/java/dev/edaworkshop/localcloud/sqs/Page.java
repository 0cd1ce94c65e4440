package dev.edaworkshop.localcloud.sqs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a long list; the token says where the next part begins. */
record Page<T>(List<T> items, Optional<String> nextToken) {
    private static final int MAX_SIZE = 1000;

    /**
     * @param token of the page before, null for the first
     * @param size 1 to 1000; null for 1000 without a token for the rest, as AWS does
     */
    static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer size) {
        if (size != null && (size < 1 || size > MAX_SIZE)) {
            throw SqsErrors.invalidParameter("MaxResults", size, "MaxResults must be an integer between 1 and 1000.");
        }
        int from = 0;
        if (token != null) {
            if (!token.matches("\\d{1,9}")) {
                throw SqsErrors.invalidParameter("NextToken", token, "It is not a token of the page before.");
            }
            from = Math.min(all.size(), Integer.parseInt(token));
        }
        int to = Math.min(all.size(), from + (size == null ? MAX_SIZE : size));
        boolean more = size != null && to < all.size();
        return new Page<>(
                List.copyOf(all.subList(from, to)), more ? Optional.of(String.valueOf(to)) : Optional.empty());
    }
}
