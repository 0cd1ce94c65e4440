package dev.edaworkshop.localcloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.clock.CloudClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final CloudClock clock = new CloudClock(InstantSource.fixed(Instant.parse("2026-11-20T09:15:00Z")));
    private final TokenBucket bucket = new TokenBucket(new TokenBucket.Throttle(2, 3), clock);

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void a_burst_passes_and_then_the_rate() {
        assertThat(took(4)).as("three at once").isEqualTo(3);

        clock.advance(Duration.ofSeconds(1));

        assertThat(took(4)).as("two more after a second").isEqualTo(2);
    }

    @Test
    void it_never_holds_more_than_a_burst() {
        clock.advance(Duration.ofHours(1));

        assertThat(took(10)).isEqualTo(3);
    }

    private long took(int attempts) {
        return java.util.stream.IntStream.range(0, attempts)
                .filter(attempt -> bucket.take())
                .count();
    }
}
