package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What Lambda authorizers said about whom, until it is too old. */
public final class AuthorizerCache {
    private static final int MAX_ENTRIES = 10_000;

    private final InstantSource clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    public AuthorizerCache(InstantSource clock) {
        this.clock = clock;
    }

    /** @param identity the values of the identity sources */
    public record Key(String stage, String authorizerId, List<String> identity) {
        public Key {
            identity = List.copyOf(identity);
        }
    }

    private record Entry(Instant until, JsonNode result) {}

    public Optional<JsonNode> get(Key key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::result);
    }

    public void put(Key key, JsonNode result, Duration timeToLive) {
        if (entries.size() >= MAX_ENTRIES) {
            entries.clear();
        }
        if (timeToLive.isPositive()) {
            entries.put(key, new Entry(clock.instant().plus(timeToLive), result));
        }
    }

    /** Forgets what an authorizer said. */
    public void forget(String authorizerId) {
        entries.keySet().removeIf(key -> key.authorizerId().equals(authorizerId));
    }
}
