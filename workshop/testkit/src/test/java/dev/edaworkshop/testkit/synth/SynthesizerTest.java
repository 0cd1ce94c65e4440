package dev.edaworkshop.testkit.synth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.testkit.build.LabCompiler;
import dev.edaworkshop.testkit.build.LabProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an app may do to its process; none of these gets as far as CDK. */
class SynthesizerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`System.exit(3);`, `Does it call System.exit?`",
                "`Runtime.getRuntime().halt(1);`, `ended its process instead of returning`",
                "`main(args);`, `StackOverflowError`",
                "`throw new IllegalStateException(\"no topic\");`, `does not synthesize: no topic`",
                "`throw new IllegalStateException(\"errors:\\n- too long\");`, `- too long`",
            })
    void an_app_that_ends_badly_costs_a_message(String statement, String message) throws IOException {
        LabProject lab = lab(statement);
        try (Synthesizer synthesizer = new Synthesizer(lab)) {
            assertThatThrownBy(synthesizer::synthesize)
                    .isInstanceOf(SynthException.class)
                    .hasMessageContaining(message);
            assertThatThrownBy(synthesizer::synthesize)
                    .as("the process was started again")
                    .hasMessageContaining(message);
        }
    }

    @Test
    void an_app_that_never_ends_is_ended() throws IOException {
        LabProject lab = lab("while (args != null) { }");
        try (Synthesizer synthesizer = new Synthesizer(lab, Duration.ofSeconds(5))) {
            assertThatThrownBy(synthesizer::synthesize)
                    .isInstanceOf(SynthException.class)
                    .hasMessageContaining("Is there a loop without an end in the stack?");
        }
    }

    private LabProject lab(String statement) throws IOException {
        LabProject lab = new LabProject(folder, List.of());
        Path app = lab.sources().resolve("shop/infra/ShopApp.java");
        Files.createDirectories(app.getParent());
        Files.writeString(folder.resolve("cdk.json"), "{}");
        Files.writeString(
                app,
                "package shop.infra; public class ShopApp { public static void main(String[] args) { %s } }"
                        .formatted(statement));
        try (LabCompiler compiler = new LabCompiler(lab)) {
            compiler.compile();
        }
        return lab;
    }
}
