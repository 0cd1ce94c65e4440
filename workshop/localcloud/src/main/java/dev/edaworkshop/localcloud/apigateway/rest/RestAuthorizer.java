package dev.edaworkshop.localcloud.apigateway.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An authorizer of a REST API. */
public sealed interface RestAuthorizer {
    String id();

    String name();

    /** Such as {@code method.request.header.Authorization}. */
    List<String> identitySources();

    /** @param poolArns of user pools whose tokens count */
    record UserPools(String id, String name, List<String> identitySources, List<String> poolArns)
            implements RestAuthorizer {
        public UserPools {
            identitySources = List.copyOf(identitySources);
            poolArns = List.copyOf(poolArns);
        }
    }

    /**
     * A function that decides.
     *
     * @param isToken whether it gets a token only (TOKEN), or the whole request (REQUEST)
     * @param validation a regular expression that a token must match
     * @param timeToLive of what it says, for the same identity; zero to ask each time
     */
    record Lambda(
            String id,
            String name,
            List<String> identitySources,
            String functionArn,
            String uri,
            boolean isToken,
            Optional<String> validation,
            Duration timeToLive)
            implements RestAuthorizer {
        public Lambda {
            identitySources = List.copyOf(identitySources);
        }
    }
}
