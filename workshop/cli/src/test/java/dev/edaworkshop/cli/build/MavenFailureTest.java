package dev.edaworkshop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The outputs are shortened recordings of Maven 3.8. */
class MavenFailureTest {
    private static final Path ROOT = Path.of("/home/ada/workshop").toAbsolutePath();

    @Test
    void a_compile_error_names_file_line_and_reason_once() {
        LabException failure = explain("""
                [INFO] Building Workshop: local cloud 1.0.0-SNAPSHOT                      [2/4]
                [ERROR] COMPILATION ERROR :
                [ERROR] %1$s/workshop/cli/src/main/java/A.java:[12,5] error: cannot find symbol
                  symbol:   method frob()
                [ERROR] Failed to execute goal o.a.m.plugins:maven-compiler-plugin:3.14.1:compile on project cli: Compilation failure
                [ERROR] %1$s/workshop/cli/src/main/java/A.java:[12,5] error: cannot find symbol
                [ERROR] -> [Help 1]
                """.formatted(ROOT.toString().replace('\\', '/')));

        assertThat(failure.what()).isEqualTo("The workshop does not compile.");
        assertThat(failure.where()).isEqualTo("""
                workshop/cli/src/main/java/A.java:[12,5] error: cannot find symbol
                The whole output is in build.log.""");
        assertThat(failure.next()).contains("git diff");
    }

    @Test
    void no_network_is_told_from_a_mistake_in_the_code() {
        LabException failure = explain("""
                [ERROR] Failed to execute goal on project localcloud: Could not resolve dependencies for project \
                dev.edaworkshop:localcloud:jar:1.0.0-SNAPSHOT: Failed to collect dependencies at a:b:jar:1: \
                Could not transfer artifact a:b:pom:1 from/to mirror: mirror.example: Unknown host -> [Help 1]
                [ERROR] [Help 1] see the wiki
                """);

        assertThat(failure.what()).contains("no network");
        assertThat(failure.where())
                .contains("Could not transfer artifact a:b:pom:1")
                .doesNotContain("[Help 1]");
        assertThat(failure.next()).contains("run the same command again", "settings.xml");
    }

    @Test
    void working_offline_without_the_libraries_is_no_network_too() {
        assertThat(explain("""
                [ERROR] Plugin p:q:1 or one of its dependencies could not be resolved: Cannot access mirror in offline \
                mode and the artifact p:q:jar:1 has not been downloaded from it before. -> [Help 1]
                """).what()).contains("no network");
    }

    @Test
    void a_rule_of_the_build_speaks_for_itself() {
        assertThat(explain("""
                [ERROR] Rule 0: org.apache.maven.enforcer.rules.version.RequireMavenVersion failed with message:
                The workshop needs Maven 3.8 or newer; this is 3.6.3. Get a newer one.
                [ERROR] -> [Help 1]
                """).where()).startsWith("The workshop needs Maven 3.8 or newer; this is 3.6.3.");
    }

    @Test
    void anything_else_shows_the_errors_without_the_advertising() {
        LabException failure = explain("""
                [INFO] fine so far
                [ERROR] Malformed POM pom.xml: unexpected tag -> [Help 1]
                [ERROR]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] Re-run Maven using the -X switch to enable full debug logging.
                [ERROR] For more information about the errors and possible solutions, please read:
                [ERROR] [Help 1] see the wiki
                """);

        assertThat(failure.where()).isEqualTo("""
                Malformed POM pom.xml: unexpected tag
                The whole output is in build.log.""");
    }

    private static LabException explain(String output) {
        return MavenFailure.explain(output.lines().toList(), ROOT, Path.of("build.log"));
    }
}
