package dev.edaworkshop.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.Style.Mark;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void wraps_between_words_and_hangs_the_text_beside_its_mark() {
        Console console = console(new Terminal(false, 40));

        console.marked(Mark.GOOD, "a sentence that is a little longer than forty characters");
        console.advice("what to do about it, also rather long for one line");

        assertThat(printed.toString()).isEqualToNormalizingNewlines("""
                ✓ a sentence that is a little longer
                  than forty characters
                  → what to do about it, also rather
                    long for one line
                """);
    }

    @Test
    void a_failure_is_what_where_and_what_to_do() {
        Console console = console(new Terminal(false, 80));

        console.failure(new LabException("It broke.", "In this file:\n  line 3", "Mend it."));

        assertThat(printed.toString()).isEqualToNormalizingNewlines("""
                ✗ It broke.
                  In this file:
                    line 3
                  → Mend it.
                """);
    }

    @Test
    void never_breaks_a_word_however_long() {
        String path = "/a/very/long/path/".repeat(5);

        console(new Terminal(false, 40)).paragraph("See " + path + " for more");

        assertThat(printed.toString().lines()).contains(path);
    }

    @Test
    void marks_are_coloured_on_a_terminal_and_differ_without_colour() {
        var colourful = new Style(true);
        var plain = new Style(false);

        assertThat(colourful.mark(Mark.BAD)).isEqualTo("\u001b[31m✗\u001b[0m");
        assertThat(plain.mark(Mark.GOOD)).isEqualTo("✓");
        assertThat(plain.mark(Mark.WARNING)).isEqualTo("!");
        assertThat(plain.mark(Mark.BAD)).isEqualTo("✗");
    }

    private Console console(Terminal terminal) {
        return new Console(new PrintWriter(printed, true), terminal);
    }
}
