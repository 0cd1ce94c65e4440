package dev.edaworkshop.localcloud.apigateway.http;

import java.time.Duration;
import java.util.List;

/** An authorizer of an HTTP API. */
public sealed interface HttpAuthorizer {
    String id();

    String name();

    /** Such as {@code $request.header.Authorization}. */
    List<String> identitySources();

    /** @param audiences one of which a token must be for */
    record Jwt(String id, String name, List<String> identitySources, String issuer, List<String> audiences)
            implements HttpAuthorizer {
        public Jwt {
            identitySources = List.copyOf(identitySources);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * A function that decides.
     *
     * @param payloadFormat {@code 1.0} or {@code 2.0}
     * @param simpleResponses whether it answers {@code isAuthorized} rather than a policy
     * @param timeToLive of what it says, for the same identity; zero to ask each time
     */
    record Lambda(
            String id,
            String name,
            List<String> identitySources,
            String functionArn,
            String uri,
            String payloadFormat,
            boolean simpleResponses,
            Duration timeToLive)
            implements HttpAuthorizer {
        public Lambda {
            identitySources = List.copyOf(identitySources);
        }
    }
}
