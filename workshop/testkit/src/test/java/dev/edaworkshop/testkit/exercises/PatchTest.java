package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PatchTest {

    @Test
    void replaces_the_text_where_it_stands() {
        assertThat(new Patch("A.java", "two", "2").applyTo("one two three")).isEqualTo("one 2 three");
    }

    @Test
    void does_not_apply_where_the_text_is_missing_or_there_twice() {
        Patch patch = new Patch("A.java", "two", "2");

        assertThatThrownBy(() -> patch.applyTo("one three"))
                .hasMessageContaining("A.java")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("two");
        assertThatThrownBy(() -> patch.applyTo("two and two")).hasMessageContaining("more than once");
    }
}
