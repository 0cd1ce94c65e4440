package dev.edaworkshop.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    @Test
    void queues_and_functions_are_tried_again_for_23_days() {
        RetrySchedule schedule = RetrySchedule.AWS_MANAGED;

        assertThat(millis(schedule, 1, 6)).startsWith(0L, 0L, 0L, 1_000L, 1_000L, 1_000L);
        assertThat(millis(schedule, 6, 15)).isSorted().endsWith(20_000L).startsWith(1_000L);
        assertThat(schedule.pauseBefore(100_015)).hasValue(Duration.ofSeconds(20));
        assertThat(schedule.pauseBefore(100_016)).isEmpty();
        assertThat(total(schedule, 100_015)).isBetween(Duration.ofDays(23), Duration.ofDays(24));
    }

    @Test
    void web_servers_are_tried_again_three_times() {
        assertThat(millis(RetrySchedule.HTTP, 1, 3)).containsExactly(20_000L, 20_000L, 20_000L);
        assertThat(RetrySchedule.HTTP.pauseBefore(4)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "linear, 1000 1000 2000 3000 4000 5000 5000",
        "geometric, 1000 1000 1444 2778 5000 5000 5000",
    })
    void a_delivery_policy_says_it_all(String function, String pauses) {
        RetrySchedule schedule =
                DeliveryPolicy.ofSubscription("""
                {"healthyRetryPolicy": {"minDelayTarget": 1, "maxDelayTarget": 5, "numRetries": 8,
                  "numNoDelayRetries": 1, "numMinDelayRetries": 1, "numMaxDelayRetries": %d, "backoffFunction": "%s"}}""".formatted(function.equals("linear") ? 1 : 2, function));

        List<Long> expected =
                List.of(pauses.split(" ")).stream().map(Long::valueOf).toList();
        assertThat(millis(schedule, 2, 8)).isEqualTo(expected);
        assertThat(schedule.pauseBefore(1)).hasValue(Duration.ZERO);
        assertThat(schedule.pauseBefore(9)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"throttlePolicy\":{}} | The local cloud does not support throttlePolicy in a delivery policy",
                "{\"healthyRetryPolicy\":{\"numRetries\":101}} | numRetries must be from 0 to 100, was 101",
                "{\"healthyRetryPolicy\":{\"numNoDelayRetries\":4}} | at least the sum of the retries",
                "{\"healthyRetryPolicy\":{\"minDelayTarget\":21}} | minDelayTarget must be from 1 to maxDelayTarget",
                "{\"healthyRetryPolicy\":{\"backoffFunction\":\"random\"}} | backoffFunction must be linear",
                "no JSON | failed to parse JSON"
            })
    void a_delivery_policy_that_cannot_be_kept_is_refused(String policy, String reason) {
        assertThatThrownBy(() -> DeliveryPolicy.ofSubscription(policy)).hasMessageContaining(reason);
    }

    private static List<Long> millis(RetrySchedule schedule, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(retry -> schedule.pauseBefore(retry).orElseThrow().toMillis())
                .toList();
    }

    private static Duration total(RetrySchedule schedule, int retries) {
        return IntStream.rangeClosed(1, retries)
                .mapToObj(retry -> schedule.pauseBefore(retry).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
