package dev.edaworkshop.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "+2m, PT2M",
        "30s, PT30S",
        "+1h30m, PT1H30M",
        "+1d, PT24H",
        "1d2h, PT26H",
        "500ms, PT0.5S",
        "1.5s, PT1.5S"
    })
    void reads_what_people_type(String text, Duration span) {
        assertThat(Spans.parse(text)).isEqualTo(span);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "-2m", "2", "m", "+", "2m2m", "soon"})
    void refuses_what_is_no_span(String text) {
        assertThatThrownBy(() -> Spans.parse(text)).hasMessageContaining("Write it like +30s, +2m, +1h30m or +1d.");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"PT0S, 0s", "PT0.2S, 1s", "PT90S, 1m30s", "P1DT2H, 1d2h", "PT-1S, 0s"})
    void says_it_shortly(Duration span, String words) {
        assertThat(Spans.inWords(span)).isEqualTo(words);
    }
}
