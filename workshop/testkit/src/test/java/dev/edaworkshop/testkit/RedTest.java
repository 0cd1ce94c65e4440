package dev.edaworkshop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedTest {
    private final Red red = Red.because("not-every-event", "all 10 events", "9 of 10 events");

    @Test
    void a_function_that_failed_is_the_mistake_whatever_came_of_it() {
        Red failed = red.becauseFunctionsFailed(List.of("Why: function Mail failed 3 times: Task timed out"));

        assertThat(failed.mistake()).isEqualTo("function-failed");
        assertThat(failed.expected()).isEqualTo("all 10 events");
        assertThat(failed.observed()).isEqualTo("9 of 10 events\n  Why: function Mail failed 3 times: Task timed out");
    }

    @Test
    void what_a_failed_invocation_said_is_not_said_twice() {
        Red invoked = Red.because("function-failed", "the function to handle it", "it failed");

        assertThat(invoked.becauseFunctionsFailed(List.of("Why: function Mail failed once")))
                .isSameAs(invoked);
    }

    @Test
    void without_a_failure_it_stays_what_it_is() {
        assertThat(red.becauseFunctionsFailed(List.of())).isSameAs(red);
    }

    @Test
    void that_filters_were_judged_stays_known_when_lines_are_added() {
        assertThat(red.havingJudgedFilters().with(List.of("Why: denied")).filtersJudged())
                .isTrue();
        assertThat(red.filtersJudged()).isFalse();
    }

    @Test
    void keeps_its_mistake_when_the_check_knew_that_functions_would_fail() {
        Red expected = red.withFailuresExpected();

        assertThat(expected.becauseFunctionsFailed(List.of("Why: function Mail failed 11 times")))
                .isSameAs(expected);
    }
}
