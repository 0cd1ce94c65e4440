package dev.edaworkshop.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchActionsTest {
    @ParameterizedTest
    @ValueSource(ints = {'q', 'Q', 3, 4, -1})
    void q_and_control_c_and_control_d_and_the_end_of_the_input_end_the_session(int key) {
        assertThat(WatchActions.quits(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {'h', 'n', ' ', '\r', 27})
    void no_other_key_does(int key) {
        assertThat(WatchActions.quits(key)).isFalse();
    }

    @Test
    void the_line_of_keys_names_all() {
        assertThat(WatchActions.with(List.of()).line()).isEqualTo("h hint · n next · c check again · l list · q quit");
    }
}
