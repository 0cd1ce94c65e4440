package dev.edaworkshop.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void the_median_lies_in_the_middle_also_of_an_even_number_of_starts() {
        assertThat(starts(300, 100, 200).median()).isEqualTo(Duration.ofMillis(200));
        assertThat(starts(400, 100).median()).isEqualTo(Duration.ofMillis(250));
        assertThat(starts(400, 100).longest()).isEqualTo(Duration.ofMillis(400));
    }

    private static Measurement starts(int... millis) {
        List<Duration> firstAnswers =
                Arrays.stream(millis).mapToObj(Duration::ofMillis).toList();
        return new Measurement(Variant.defaults(), firstAnswers, Duration.ZERO);
    }
}
