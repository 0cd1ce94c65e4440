package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.lambda.handlers.Inspector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpareProcessesTest {
    private final LocalCloud cloud =
            LocalCloud.start(0, TestFunctions.SETTINGS.withSpares(2), (request, response) -> false);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void another_account_gets_a_process_that_was_started_ahead_and_that_nobody_has_used() throws Exception {
        String first = process(create(cloud.account()));
        List<String> spares = spares(first);

        String second = process(create(cloud.newAccount()));

        assertThat(spares).contains(second);
    }

    @Test
    void a_spare_that_has_died_is_not_used() throws Exception {
        String first = process(create(cloud.account()));
        spares(first).forEach(spare -> ProcessHandle.of(Long.parseLong(spare))
                .ifPresent(process -> process.destroyForcibly()));

        assertThat(process(create(cloud.newAccount()))).isNotEqualTo(first);
    }

    @Test
    void no_process_is_left_when_the_cloud_closes() throws Exception {
        spares(process(create(cloud.account())));
        List<ProcessHandle> all = ProcessHandle.current().children().toList();

        cloud.close();

        assertThat(all).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    private static Function create(Account account) {
        return account.functions()
                .create(TestFunctions.aFunction(account, Inspector.class).build());
    }

    private static String process(Function inspector) throws Exception {
        JsonNode found = new ObjectMapper().readTree(inspector.invoke("{}").payload());
        return found.path("process").asText();
    }

    /** Waits for two. */
    private static List<String> spares(String used) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> ProcessHandle.current()
                                .children()
                                .map(process -> String.valueOf(process.pid()))
                                .filter(process -> !process.equals(used))
                                .toList(),
                        spares -> spares.size() >= 2);
    }
}
