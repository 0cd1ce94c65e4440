package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.TokenBucket.Throttle;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import java.util.Optional;

/** Reads what stages say about throttling. */
final class Throttles {
    private Throttles() {}

    /**
     * Empty if nothing is said.
     *
     * @param settings an object with {@code ThrottlingRateLimit}, {@code ThrottlingBurstLimit} or both
     */
    static Optional<Throttle> of(Properties settings) {
        if (!settings.has("ThrottlingRateLimit") && !settings.has("ThrottlingBurstLimit")) {
            return Optional.empty();
        }
        return Optional.of(new Throttle(
                settings.text("ThrottlingRateLimit").map(Double::valueOf).orElse(Throttle.OF_ACCOUNT.rate()),
                settings.integer("ThrottlingBurstLimit").orElse(Throttle.OF_ACCOUNT.burst())));
    }
}
