package dev.edaworkshop.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.LocalCloud;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the program asks its questions and counts what arrives; how fast it goes is nothing for a test. */
class LoadProgramTest {
    private final LocalCloud cloud = LocalCloud.start(0);

    @AfterEach
    void close() {
        cloud.close();
    }

    static List<String> questions() {
        return LoadProgram.scenarios(1).stream()
                .filter(scenario -> !scenario.name().equals("events-10000"))
                .map(Scenario::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answers_each_question_with_a_figure(String question) {
        StringWriter out = new StringWriter();

        int exit = LoadProgram.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("--endpoint", cloud.endpoint().toString(), "--runs", "1", "--size", "1", "--only", question);

        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Plain HTTP echo").containsPattern("[1-9][0-9.,]* +[0-9.,]+ -");
        assertThat(cloud.account().queues().all()).isEmpty();
    }

    @Test
    void a_median_of_an_even_number_of_runs_lies_between_two() {
        Figures figures = new Figures(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(figures.median()).isEqualTo(2.5);
        assertThat(figures.min()).isEqualTo(1.0);
        assertThat(figures.max()).isEqualTo(4.0);
    }
}
