package dev.edaworkshop.lab1.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab1.terminals.Settings.Source;
import dev.edaworkshop.lab1.terminals.Settings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every order in which the places are asked; the order itself is exercise 1.6. */
class SettingsTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void finds_a_value_in_any_of_its_places_and_knows_which() {
        assertThat(new Settings(Map.of("warehouse", "north"), NOTHING, NOTHING).value(Setting.WAREHOUSE))
                .isEqualTo(new Value("north", Source.COMMAND_LINE));
        assertThat(new Settings(NOTHING, Map.of("WAREHOUSE", "south"), NOTHING).value(Setting.WAREHOUSE))
                .isEqualTo(new Value("south", Source.ENVIRONMENT));
        assertThat(new Settings(NOTHING, NOTHING, Map.of("warehouse", "east")).value(Setting.WAREHOUSE))
                .isEqualTo(new Value("east", Source.FILE));
        assertThat(new Settings(NOTHING, NOTHING, NOTHING).value(Setting.WAREHOUSE))
                .isEqualTo(new Value("pier", Source.DEFAULT));
    }

    @Test
    void shows_every_setting_with_its_place() {
        assertThat(new Settings(Map.of("warehouse", "north"), NOTHING, NOTHING).shown())
                .hasSize(Setting.values().length)
                .contains("warehouse = north (command line)", "batch-size = 10 (default)");
    }

    @Test
    void says_what_is_missing_or_no_number() {
        Settings settings = new Settings(Map.of("batch-size", "11"), NOTHING, NOTHING);

        assertThatThrownBy(() -> settings.required(Setting.QUEUE))
                .hasMessageContaining("--queue")
                .hasMessageContaining("RESERVATIONS_QUEUE_URL");
        assertThatThrownBy(() -> settings.number(Setting.BATCH_SIZE, 1, 10))
                .hasMessage("batch-size must be a whole number from 1 to 10, and is “11” (command line).");
    }

    @Test
    void reads_options_with_and_without_an_equals_sign_and_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("worker.properties"), "batch-size=5\n");

        Settings settings = CommandLine.parse(
                        List.of("--warehouse=north", "--config", file.toString(), "--region", "eu-north-1"), NOTHING)
                .settings(NOTHING);

        assertThat(settings.text(Setting.WAREHOUSE)).isEqualTo("north");
        assertThat(settings.text(Setting.REGION)).isEqualTo("eu-north-1");
        assertThat(settings.number(Setting.BATCH_SIZE, 1, 10)).isEqualTo(5);
    }

    @Test
    void names_a_line_of_the_file_that_nobody_knows(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("worker.properties"), "ware-house=north\n");

        CommandLine commandLine = CommandLine.parse(List.of(), Map.of("RESERVATIONS_CONFIG", file.toString()));

        assertThatThrownBy(() -> commandLine.settings(NOTHING))
                .hasMessageContaining("ware-house")
                .hasMessageContaining("warehouse");
    }

    @ParameterizedTest
    @CsvSource({
        "--colour, There is no option “--colour”",
        "north, There is no option “north”",
        "--warehouse, needs a value"
    })
    void refuses_what_it_does_not_know(String argument, String reason) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(argument), NOTHING))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_help_names_every_setting_its_variable_and_the_exit_codes() {
        String help = CommandLine.help();

        for (Setting setting : Setting.values()) {
            assertThat(help).contains("--" + setting.key(), setting.variable(), setting.description());
        }
        assertThat(help).contains("--show-config", "--config", "Exit code 0");
    }
}
