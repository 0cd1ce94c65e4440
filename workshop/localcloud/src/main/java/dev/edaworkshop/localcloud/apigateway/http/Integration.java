package dev.edaworkshop.localcloud.apigateway.http;

import java.time.Duration;

/**
 * A Lambda proxy integration.
 *
 * @param payloadFormat {@code 1.0} or {@code 2.0}
 * @param patience how long API Gateway waits, at most 30 seconds
 */
public record Integration(String id, String functionArn, String uri, String payloadFormat, Duration patience) {
    public static final Duration LONGEST = Duration.ofSeconds(30);
}
