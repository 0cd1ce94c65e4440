package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterGeneratorTest {

    private final SolutionFolder solution;
    private final Path starter;

    StarterGeneratorTest(@TempDir Path repository) {
        solution = new SolutionFolder(repository);
        starter = repository.resolve("lab9-greeting");
    }

    @Test
    void puts_the_todo_in_place_of_the_marked_region() throws IOException {
        StarterGenerator.generate(solution.folder, starter);

        assertThat(starter.resolve("Greeting.java")).hasContent("""
                class Greeting {
                    /* TODO 9.1  Be polite. */
                    String text = "Hey";
                }
                """);
    }

    @Test
    void copies_what_lab_and_solution_share_and_leaves_out_what_is_for_the_solution_only() {
        solution.write("src/logo.bin", "\u0001\u0002")
                .write("demo/catalogue.csv", "sku")
                .write("target/A.class", "x");

        List<Path> written = StarterGenerator.generate(solution.folder, starter);

        assertThat(written).containsExactly(Path.of("Greeting.java"), Path.of("cdk.json"), Path.of("src", "logo.bin"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "pom.xml, <!-- begin module -->, <!-- end module -->, pom.module.xml",
                "page.md, <!-- begin exercise 9.1 page -->, <!-- end exercise 9.1 page -->, page.9.1-page.md",
                "`data.json`, `  \"//\": \"begin exercise 9.1\",`, `  \"//\": \"end exercise 9.1\",`, data.9.1.json"
            })
    void knows_the_comments_of_each_kind_of_file(String file, String begin, String end, String text) {
        solution.write(file, String.join("\n", "before", begin, "in the solution", end, "after", ""))
                .write("starter/" + text, "in the starter\n");

        StarterGenerator.generate(solution.folder, starter);

        assertThat(starter.resolve(file)).hasContent("before\nin the starter\nafter\n");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`// begin exercise 9.1\nx\n` | Greeting.java:1: \"begin exercise 9.1\" has no end; add \"end exercise 9.1\"",
                "`a\n// end exercise 9.1\n` | Greeting.java:2: \"end exercise 9.1\" ends nothing: no region is open",
                "`// begin exercise 9.1\n// end module\n` | Greeting.java:2: \"end module\" ends nothing: \"begin exercise 9.1\" of line 1 is open",
                "`// begin exercise 9.1\n\n// begin module\n` | Greeting.java:3: \"begin module\" lies inside \"begin exercise 9.1\" of line 1",
                "`\n// begin exercise 9.7\n// end exercise 9.7\n` | Greeting.java:2: there is no exercise 9.7; exercises.yaml has [9.1]",
                "`// begin exercise 9.1 b\n// end exercise 9.1 b\n` | Greeting.java:1: nothing says what the starter has here; write it into starter/Greeting.9.1-b.java",
                "`// begin exercise 9.1\n// end exercise 9.1\n// begin exercise 9.1\n// end exercise 9.1\n` | Greeting.java:3: \"begin exercise 9.1\" is there twice",
                "`class Greeting {}\n` | is replaced by [starter/Greeting.9.1.java]"
            })
    void says_where_a_marker_is_wrong_and_what_to_do(String source, String message) {
        solution.write("Greeting.java", source);

        assertThatThrownBy(() -> StarterGenerator.generate(solution.folder, starter))
                .hasMessageContaining(message.replace('/', File.separatorChar));
    }

    @Test
    void refuses_one_text_for_two_files() {
        solution.write("other/Greeting.java", SolutionFolder.SOURCE);

        assertThatThrownBy(() -> StarterGenerator.generate(solution.folder, starter))
                .hasMessageContaining("Greeting.9.1.java")
                .hasMessageContaining("names of their own");
    }

    @Test
    void finds_no_difference_right_after_generating() {
        StarterGenerator.generate(solution.folder, starter);

        assertThat(StarterGenerator.compare(solution.folder, starter)).isEmpty();
    }

    @Test
    void names_each_file_that_differs_and_the_first_line() throws IOException {
        StarterGenerator.generate(solution.folder, starter);
        Files.writeString(starter.resolve("cdk.json"), "{ }\n");
        Files.writeString(starter.resolve("Mine.java"), "class Mine {}\n");
        Files.delete(starter.resolve("Greeting.java"));

        assertThat(StarterGenerator.compare(solution.folder, starter))
                .extracting(Difference::toString)
                .satisfiesExactly(
                        greeting -> assertThat(greeting).isEqualTo("Greeting.java is missing in the starter"),
                        mine -> assertThat(mine).isEqualTo("Mine.java does not come from the solution; delete it"),
                        cdk -> assertThat(cdk).contains("cdk.json differs in line 1", "yields: {}", "has:     { }"));
    }
}
