package dev.edaworkshop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {
    private final FakeMachine machine = new FakeMachine();
    private final StringWriter out = new StringWriter();

    @Test
    void a_good_machine_is_told_what_comes_next() {
        assertThat(execute()).isZero();
        assertThat(out.toString())
                .contains("✓ JDK      25.0.3 (Eclipse Adoptium)", "Ready. Next: ./lab start 1")
                .doesNotContain("✗", "→");
    }

    @Test
    void warnings_do_not_keep_anybody_from_starting() {
        machine.node = FakeMachine.tool("20.20.2");

        assertThat(execute()).isZero();
        assertThat(out.toString()).contains("! Node     20.20.2", "→ Install Node 22 or 24", "Ready.");
    }

    @Test
    void something_missing_ends_with_exit_code_2_and_its_fix() {
        machine.maven = Optional.empty();

        assertThat(execute()).isEqualTo(2);
        assertThat(out.toString()).contains("✗ Maven", "→ Install Maven 3.8", "Not ready yet");
    }

    @Test
    void json_says_the_same_to_programs() throws Exception {
        machine.maven = Optional.empty();

        assertThat(execute("--json")).isEqualTo(2);
        JsonNode json = Json.parse(out.toString());
        assertThat(json.path("ready").asBoolean()).isFalse();
        assertThat(json.path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("subject").asText()).isEqualTo("Maven");
            assertThat(finding.path("state").asText()).isEqualTo("bad");
            assertThat(finding.path("fix").asText()).startsWith("Install Maven");
        });
        assertThat(json.path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("subject").asText()).isEqualTo("JDK");
            assertThat(finding.path("state").asText()).isEqualTo("good");
            assertThat(finding.has("fix")).isFalse();
        });
    }

    private int execute(String... arguments) {
        var command = new CommandLine(new DoctorCommand(Terminal.plain(), () -> machine));
        command.setOut(new PrintWriter(out, true));
        return command.execute(arguments);
    }
}
