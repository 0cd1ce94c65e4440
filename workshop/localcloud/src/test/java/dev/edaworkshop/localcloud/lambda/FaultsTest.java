package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final String REQUEST = "8f6c1f0e-7a51-4d7e-9f39-0c5f5f0d1a42";
    private static final String EVENT = "{\"orderId\":\"42\"}";

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final Function echo = account.functions()
            .create(TestFunctions.aFunction(account, Echo.class).build());

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0} percent strike between {1} and {2} of 1000 invocations")
    @CsvSource({"1, 1, 30", "50, 450, 550", "100, 1000, 1000"})
    void percentages_are_kept_and_the_same_for_the_same_seed(int percent, long least, long most) {
        var fail = new FaultPlan.Fail(percent, 7, "java.io.IOException", "on purpose");

        List<Boolean> strikes = strikes(fail);

        assertThat(strikes.stream().filter(strike -> strike).count()).isBetween(least, most);
        assertThat(strikes).isEqualTo(strikes(new FaultPlan.Fail(percent, 7, "other", "other")));
    }

    @Test
    void what_fails_on_purpose_is_failed_and_logged() {
        var fail = new FaultPlan.Fail(50, 3, "java.io.IOException", "on purpose");
        echo.fault(fail);

        List<Boolean> failed = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> echo.invoke(EVENT) instanceof InvocationResult.Failed)
                .toList();

        assertThat(failed)
                .isEqualTo(LongStream.rangeClosed(1, 6).mapToObj(fail::strikes).toList());
        assertThat(echo.log().events())
                .extracting(event -> event.message().strip())
                .contains("on purpose: java.io.IOException (a fault that is switched on)");
    }

    @Test
    void a_throttled_function_lets_nothing_in_and_keeps_what_came_by_the_queue() {
        echo.fault(new FaultPlan.Throttle());

        assertThatThrownBy(() -> echo.invoke("{}")).hasMessageContaining("Rate Exceeded.");
        echo.asyncQueue().accept(REQUEST, EVENT, "me", REQUEST);
        account.clock().drain(Duration.ofSeconds(10));
        assertThat(kinds()).contains(Hop.Kind.RETRY_SCHEDULED).doesNotContain(Hop.Kind.INVOKED, Hop.Kind.LOST);

        echo.repair();
        account.clock().drain(Duration.ofMinutes(10));
        assertThat(kinds())
                .contains(Hop.Kind.RETURNED);
        assertThat(echo.fault()).isEmpty();
    }

    @Test
    void a_function_that_is_too_slow_times_out() {
        Function hasty = account.functions()
                .create(TestFunctions.aFunction(account, Thrower.class)
                        .timeout(Duration.ofSeconds(1))
                        .build());
        hasty.fault(new FaultPlan.Slow(Duration.ofSeconds(5)));

        assertThat(hasty.invoke("{}"))
                .isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> assertThat(failed.errorMessage())
                        .endsWith("Task timed out after 1.00 seconds"));
    }

    @Test
    void a_slow_function_still_answers() {
        echo.fault(new FaultPlan.Slow(Duration.ofMillis(1)));

        assertThat(echo.invoke(EVENT)).isInstanceOf(InvocationResult.Returned.class);
    }

    @Test
    void refuses_faults_that_make_no_sense() {
        assertThatThrownBy(() -> new FaultPlan.Fail(0, 1, "a", "b"))
                .hasMessage("A fault fails 1 to 100 percent, not 0");
        assertThatThrownBy(() -> new FaultPlan.Slow(Duration.ZERO)).hasMessageContaining("not by PT0S");
    }

    private List<Hop.Kind> kinds() {
        return account.journal().hops().stream().map(Hop::kind).toList();
    }

    private static List<Boolean> strikes(FaultPlan.Fail fail) {
        return LongStream.rangeClosed(1, 1000).mapToObj(fail::strikes).toList();
    }
}
