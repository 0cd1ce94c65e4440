package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.http.HttpServer;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.lambda.handlers.BrokenConstructor;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.logs.LogEvent;
import dev.edaworkshop.localcloud.logs.LogGroups;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Is our Runtime API the one that AWS's own client knows? It has native code, for Linux only. */
@EnabledOnOs(OS.LINUX)
class AwsRuntimeClientTest {
    private final LambdaHost host = new LambdaHost(TestFunctions.SETTINGS, new AwsClient());
    private final HttpServer server = HttpServer.start(0, host::handle, (request, response) -> false);
    private final CloudClock clock = new CloudClock();
    private final AccountContext account = new AccountContext(
            "000000000000",
            "us-east-1",
            URI.create("http://127.0.0.1:" + server.port()),
            clock,
            new Journal(clock),
            new Iam("000000000000"),
            new NoKeys(),
            new Deliveries(),
            new LogGroups(clock));
    private final Functions functions = new Functions(account, host);

    @AfterEach
    void close() {
        functions.close();
        host.close();
        server.close();
        clock.close();
    }

    @Test
    void it_handles_one_event_after_the_other() {
        Function echo = create(Echo.class);

        assertThat(echo.invoke("{\"a\":1}").payload()).isEqualTo("{\"a\":1}");
        assertThat(echo.invoke("{\"a\":2}").payload()).isEqualTo("{\"a\":2}");
        await("it does not mark the end of its output, so the log may be late")
                .untilAsserted(() -> assertThat(echo.log().events())
                        .extracting(LogEvent::message)
                        .contains("echoing in Echo"));
    }

    @Test
    void it_reports_what_a_handler_throws() {
        InvocationResult result = create(Thrower.class).invoke("{}");

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("java.lang.IllegalArgumentException");
            assertThat(failed.errorMessage()).isEqualTo("no such product");
        });
    }

    @Test
    void it_reports_a_constructor_that_throws() {
        InvocationResult result = create(BrokenConstructor.class).invoke("{}");

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> assertThat(failed.payload())
                .contains("TABLE is not set"));
    }

    private Function create(Class<?> handler) {
        account.iam()
                .putRole(new Role(
                        "Worker",
                        TestFunctions.ROLE_ARN,
                        TestFunctions.trustOf("lambda.amazonaws.com"),
                        Map.of(),
                        Optional.empty()));
        return functions.create(FunctionConfiguration.of(handler.getSimpleName())
                .role(TestFunctions.ROLE_ARN)
                .handler(handler.getName())
                .code(TestFunctions.CODE)
                .memoryMegabytes(256)
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    /** The build puts its jars into a directory of their own: a compiler would miss what their manifests refer to. */
    private static final class AwsClient implements RuntimeClient {
        @Override
        public List<Path> jars(ContentStore store) throws IOException {
            List<Path> jars = new ArrayList<>();
            try (Stream<Path> built = Files.list(Path.of("target", "aws-runtime-client"))) {
                for (Path jar : built.sorted().toList()) {
                    jars.add(store.keep(jar));
                }
            }
            return jars;
        }

        @Override
        public String mainClass() {
            return "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
        }

        @Override
        public boolean marksOutput() {
            return false;
        }

        @Override
        public boolean asksForCode() {
            return false;
        }
    }

    private static final class NoKeys implements AccessKeys {
        @Override
        public void assign(String accessKey, Principal principal) {
            // there are none
        }

        @Override
        public void revoke(String accessKey) {
            // there are none
        }
    }
}
