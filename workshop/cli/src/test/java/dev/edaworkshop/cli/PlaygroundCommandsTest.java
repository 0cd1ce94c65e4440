package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundCommandsTest {
    private static final String TOYS = "{\"category\":[\"toys\"]}";

    @TempDir
    private Path folder;

    @Test
    void a_pattern_is_tried_on_a_file_with_a_reason_per_event() throws IOException {
        Path events = file("{\"category\":\"toys\"}\n{\"category\":\"Toys\"}\n");

        Lab tried = run("pattern", TOYS, "--events", events.toString());

        assertThat(tried.exit()).isEqualTo(1);
        assertThat(tried.out())
                .contains("✓ {\"category\":\"toys\"}", "✗ {\"category\":\"Toys\"}")
                .contains("→ `category` is \"Toys\"; matching is case-sensitive: wanted is \"toys\"")
                .contains("1 of 2 events match.");
    }

    @Test
    void all_events_matching_is_green() throws IOException {
        Path events = file("{\"category\":\"toys\"}");

        Lab tried = run("pattern", TOYS, "--filter-policy", "--scope", "body", "--events", events.toString());

        assertThat(tried.exit()).isZero();
    }

    @Test
    void an_invalid_pattern_is_refused_in_the_words_of_aws_with_the_place() throws IOException {
        Path events = file("{}");

        Lab pattern = run("pattern", "{\"k\":\"v\"}", "--events", events.toString());
        Lab policy = run("pattern", "{\"k\":{\"j\":[1]}}", "--filter-policy", "--events", events.toString());

        assertThat(pattern.exit()).isEqualTo(2);
        assertThat(pattern.err())
                .contains("Event pattern is not valid. Reason: \"k\" must be an object or an array")
                .contains("Reading it ended at line 1, column 7.");
        assertThat(policy.err())
                .contains(
                        "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy");
    }

    @Test
    void wrong_usage_says_what_to_type() {
        assertThat(run("fault", "Inventory").err()).contains("What shall go wrong with Inventory?");
        assertThat(run("fault", "--off").err()).contains("Which function shall that be?");
        assertThat(run("fault", "Inventory", "--fail", "200%").err()).contains("“200%” is no percentage.");
        assertThat(run("time", "yesterday").err()).contains("“yesterday” is no span of time.");
        assertThat(run("send", "product_eaten").err()).contains("There is no template product_eaten.");
        assertThat(run("send", "--count", "0").err()).contains("--count is 0");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }

    private static Lab run(String... arguments) {
        return Lab.run(() -> Project.find(Optional.empty(), Path.of("")), arguments);
    }
}
