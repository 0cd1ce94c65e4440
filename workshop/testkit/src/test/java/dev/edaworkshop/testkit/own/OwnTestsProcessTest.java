package dev.edaworkshop.testkit.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.testkit.OwnTests.Outcome;
import dev.edaworkshop.testkit.OwnTests.Report;
import dev.edaworkshop.testkit.OwnTests.Variant;
import dev.edaworkshop.testkit.build.LabBuildException;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTestsProcessTest {
    private static final List<String> SHOP = List.of("shop");
    private static final Variant WRONG = new Variant(
            "adds", List.of(new Patch("src/main/java/shop/Till.java", "price - discount", "price + discount")));

    @TempDir
    private Path folder;

    @Test
    void runs_the_tests_on_each_variant_of_the_code() throws IOException {
        List<Report> reports = tests("assertThat(new Till().toPay(10, 3)).isEqualTo(7);")
                .run(SHOP, List.of(Variant.solution(), WRONG));

        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst().outcomes())
                .containsExactly(new Outcome("TillTest: takes the discount off", Optional.empty()));
        assertThat(reports.getLast().firstFailure().orElseThrow().failure().orElseThrow())
                .contains("13");
    }

    @Test
    void says_which_test_wanted_the_network() throws IOException {
        Report report = tests("try { new java.net.Socket(\"127.0.0.1\", 9).close(); } catch (Exception e) { }")
                .run(SHOP, List.of(Variant.solution()))
                .getFirst();

        assertThat(report.connections()).isNotEmpty();
    }

    @Test
    void leaves_end_to_end_tests_to_their_own_run() throws IOException {
        OwnTestsProcess tests = tests("assertThat(System.getenv(\"SHOP\")).isEqualTo(\"open\");");
        Files.writeString(
                folder.resolve("src/bites/java/shop/TillTest.java"),
                Files.readString(folder.resolve("src/bites/java/shop/TillTest.java"))
                        .replace("@Test void", "@Test @org.junit.jupiter.api.Tag(\"end-to-end\") void"));

        assertThat(tests.run(SHOP, List.of(Variant.solution())).getFirst().outcomes())
                .isEmpty();
        assertThat(tests.runEndToEnd(SHOP, Map.of("SHOP", "open")).firstFailure())
                .isEmpty();
    }

    @Test
    void shows_what_does_not_compile() throws IOException {
        OwnTestsProcess tests = tests("new Till().pay();");

        assertThatThrownBy(() -> tests.run(SHOP, List.of(Variant.solution())))
                .isInstanceOf(LabBuildException.class)
                .hasMessageContaining("TillTest.java");
    }

    private OwnTestsProcess tests(String body) throws IOException {
        write("src/main/java/shop/Till.java", """
            package shop;
            public class Till {
                public int toPay(int price, int discount) { return price - discount; }
            }
            """);
        write("src/bites/java/shop/TillTest.java", """
            package shop;
            import static org.assertj.core.api.Assertions.assertThat;
            import org.junit.jupiter.api.Test;
            class TillTest {
                @Test void takes_the_discount_off() { %s }
            }
            """.formatted(body));
        return new OwnTestsProcess(new LabProject(folder, List.of()), folder);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling("."));
        Files.writeString(folder.resolve(file), text);
    }
}
