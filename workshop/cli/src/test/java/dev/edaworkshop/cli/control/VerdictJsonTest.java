package dev.edaworkshop.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {

    @Test
    void reads_what_it_wrote() {
        Verdict verdict = new Verdict(
                "2.7",
                List.of(
                        new Finding("nothing is lost", Optional.empty()),
                        new Finding(
                                "nothing is packed twice",
                                Optional.of(new Problem(Optional.of("packed-twice"), "one table", "two tables", "")))),
                List.of("200 messages were published", "with filters 200"),
                Timings.none());

        assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
    }
}
