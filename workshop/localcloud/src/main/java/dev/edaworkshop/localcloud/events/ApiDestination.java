package dev.edaworkshop.localcloud.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A web server that rules can call, not more often than it wants. Its monitor guards the time of the next call. */
final class ApiDestination {
    static final int DEFAULT_RATE = 300;

    private final String name;
    private final String arn;
    private final Settings settings;
    private final Instant created;
    private Instant nextCall = Instant.MIN;

    ApiDestination(String name, String arn, Settings settings, Instant created) {
        this.name = name;
        this.arn = arn;
        this.settings = settings;
        this.created = created;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    Settings settings() {
        return settings;
    }

    Instant created() {
        return created;
    }

    /** Reserves a call; returns how long to wait for it. */
    synchronized Duration reserve(Instant now) {
        Instant at = nextCall.isAfter(now) ? nextCall : now;
        nextCall = at.plus(Duration.ofSeconds(1).dividedBy(settings.callsPerSecond()));
        return Duration.between(now, at);
    }

    /** @param endpoint may contain {@code *}, which the target's path parameters replace */
    record Settings(
            String connectionArn, String endpoint, String method, int callsPerSecond, Optional<String> description) {}
}
