package dev.edaworkshop.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.Terminal;
import org.junit.jupiter.api.Test;

class CodeDiffTest {
    private static final String MINE = "one\nList<String> two\nthree\n";
    private static final String SOLUTION = "one\nList<Integer> two\nthree\nfour\n";

    @Test
    void the_same_is_nothing_also_with_other_line_ends() {
        assertThat(new CodeDiff(Terminal.plain()).of("A.java", MINE, MINE.replace("\n", "\r\n")))
                .isEmpty();
    }

    @Test
    void in_a_narrow_window_one_stands_below_the_other() {
        assertThat(new CodeDiff(new Terminal(false, 139)).of("A.java", MINE, SOLUTION))
                .contains("--- yours/A.java", "+++ solution/A.java", "-List<String> two", "+List<Integer> two", "+four");
    }

    @Test
    void in_a_wide_window_they_stand_side_by_side() {
        var lines = new CodeDiff(new Terminal(false, 140)).of("A.java", MINE, SOLUTION);

        assertThat(lines).anySatisfy(line -> assertThat(line).matches("List<String> two +\\| List<Integer> two"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches(" +> four"));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
    }
}
