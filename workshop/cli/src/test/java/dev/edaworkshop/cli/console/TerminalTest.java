package dev.edaworkshop.cli.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void a_terminal_has_colours_and_a_width() {
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", "90"), false, "Linux")).isEqualTo(new Terminal(true, 90));
    }

    @Test
    void a_file_has_neither() {
        assertThat(Terminal.detect(Map.of("COLUMNS", "90"), false, "Linux")).isEqualTo(Terminal.plain());
    }

    @Test
    void no_color_is_honoured_when_it_is_not_empty() {
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", "90", "NO_COLOR", "1"), true, "Linux")
                        .colours())
                .isFalse();
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", "90", "NO_COLOR", ""), true, "Linux")
                        .colours())
                .isTrue();
    }

    @Test
    void a_dumb_terminal_has_no_colours() {
        assertThat(Terminal.detect(Map.of("TERM", "dumb"), true, "Mac OS X").colours())
                .isFalse();
    }

    @Test
    void windows_has_colours_where_its_terminal_says_so() {
        assertThat(Terminal.detect(Map.of(), true, "Windows 11").colours()).isFalse();
        assertThat(Terminal.detect(Map.of("WT_SESSION", "x"), true, "Windows 11")
                        .colours())
                .isTrue();
    }

    @Test
    void strange_widths_are_bounded() {
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", "7"), true, "Linux").width())
                .isEqualTo(40);
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", "500"), true, "Linux").width())
                .isEqualTo(120);
        assertThat(Terminal.detect(Map.of("LAB_COLUMNS", ""), true, "Linux").width())
                .isEqualTo(100);
    }

    @Test
    void what_the_output_cannot_encode_becomes_plain_letters() {
        assertThat(printed("✓ ≥ 25 → “größer” …", UTF_8)).isEqualTo("✓ ≥ 25 → “größer” …");
        assertThat(printed("✓ ≥ 25 → “größer” …", ISO_8859_1)).isEqualTo("+ >= 25 -> \"größer\" ...");
        assertThat(printed("✗ – “größer”", US_ASCII)).isEqualTo("x - \"gr??er\"");
    }

    private static String printed(String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        var writer = Terminal.writer(new PrintStream(bytes, true, charset));
        writer.print(text);
        writer.flush();
        return bytes.toString(charset);
    }
}
