package dev.edaworkshop.localcloud.cognito;

import java.time.Instant;
import java.util.Map;

/**
 * A user of a pool.
 *
 * @param sub the id that never changes; also among the attributes
 */
record User(
        String username,
        String sub,
        Map<String, String> attributes,
        String password,
        Status status,
        Instant createdAt) {
    User {
        attributes = Map.copyOf(attributes);
    }

    /** As AWS spells them. */
    enum Status {
        UNCONFIRMED,
        CONFIRMED,
        FORCE_CHANGE_PASSWORD
    }

    User with(Status changed) {
        return new User(username, sub, attributes, password, changed, createdAt);
    }

    User withPassword(String changed, Status after) {
        return new User(username, sub, attributes, changed, after, createdAt);
    }
}
