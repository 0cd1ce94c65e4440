package dev.edaworkshop.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LimitedCheckTest {
    private static final Verdict GREEN =
            new Verdict("1.2", List.of(new Finding("a test", Optional.empty())), Timings.none());

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_check_that_ends_has_its_verdict() {
        assertThat(limited(Duration.ofMinutes(1), "").run(() -> GREEN)).isEqualTo(GREEN);
    }

    @Test
    void a_check_that_never_ends_is_red_and_says_who_may_have_kept_it() {
        Verdict verdict =
                limited(Duration.ofMillis(1), "Inventory did not answer").run(this::hang);

        assertThat(verdict.firstProblem().map(Problem::observed))
                .hasValueSatisfying(observed -> assertThat(observed).contains("Inventory did not answer"));
        assertThat(verdict.exercise()).isEqualTo("1.2");
    }

    @Test
    void what_a_check_throws_reaches_who_asked() {
        assertThatThrownBy(() -> limited(Duration.ofMinutes(1), "").run(() -> {
                    throw new IllegalStateException("no template");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no template");
    }

    @Test
    void whoever_is_interrupted_stops_the_check() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limited(Duration.ofMinutes(1), "").run(this::hang))
                .isInstanceOf(CheckCancelledException.class);
    }

    private static LimitedCheck limited(Duration limit, String suspicion) {
        return new LimitedCheck("1.2", limit, () -> suspicion);
    }

    private Verdict hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was told to stop
        }
        return GREEN;
    }
}
