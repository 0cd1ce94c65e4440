package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.BrokenConstructor;
import dev.edaworkshop.localcloud.lambda.handlers.Chatterbox;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Inspector;
import dev.edaworkshop.localcloud.lambda.handlers.Quitter;
import dev.edaworkshop.localcloud.lambda.handlers.Shouter;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.lambda.handlers.Waiter;
import dev.edaworkshop.localcloud.logs.LogEvent;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionTest {
    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_handler_gets_the_event_and_its_result_comes_back() {
        Function echo = create(Echo.class);

        InvocationResult result = echo.invoke("{\"product\":\"p-1\"}");

        assertThat(result.payload()).isEqualTo("{\"product\":\"p-1\"}");
        assertThat(result).isInstanceOf(InvocationResult.Returned.class);
    }

    @ParameterizedTest(name = "{0} answers {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Shouter, `{\"name\":\"boat\"}`, `{\"NAME\":\"BOAT\"}`",
                "Shouter::greet, `{\"name\":\"boat\"}`, `\"Hello, boat\"`",
                "Shouter::forget, `{\"name\":\"boat\"}`, null",
            })
    void handlers_may_be_stream_handlers_or_methods(String handler, String event, String answer) {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, Shouter.class)
                        .handler(Shouter.class.getPackageName() + "." + handler)
                        .build());

        assertThat(function.invoke(event).payload()).isEqualTo(answer);
    }

    @Test
    void an_exception_is_described_as_lambda_does() throws Exception {
        Function thrower = create(Thrower.class);

        InvocationResult result = thrower.invoke("{}");

        assertThat(result).isInstanceOf(InvocationResult.Failed.class);
        JsonNode error = json(result);
        assertThat(error.fieldNames()).toIterable().containsExactly("errorMessage", "errorType", "stackTrace");
        assertThat(error.get("errorMessage").asText()).isEqualTo("no such product");
        assertThat(error.get("errorType").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error.get("stackTrace"))
                .as("the function's own frames, without those of the runtime")
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.asText()).contains("Thrower.handleRequest(Thrower.java:"));
    }

    @ParameterizedTest(name = "{0} fails with {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "shop.Missing, java.lang.ClassNotFoundException, Class not found: shop.Missing",
                "::, ``, Invalid handler: `::'",
                "java.lang.String, ``, Class java.lang.String does not implement an appropriate handler interface",
            })
    void a_handler_that_is_not_there_fails_the_invocation(String handler, String errorType, String message)
            throws Exception {
        Function function = account.functions()
                .create(TestFunctions.aFunction(account, Echo.class)
                        .handler(handler)
                        .build());

        JsonNode error = json(function.invoke("{}"));

        assertThat(error.path("errorMessage").asText()).isEqualTo(message);
        assertThat(error.path("errorType").asText()).isEqualTo(errorType);
    }

    @Test
    void a_constructor_that_throws_fails_each_invocation_with_its_exception() throws Exception {
        Function broken = create(BrokenConstructor.class);

        assertThat(json(broken.invoke("{}")).path("errorMessage").asText()).isEqualTo("TABLE is not set");
        assertThat(json(broken.invoke("{}")).path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void a_function_that_takes_too_long_is_killed() throws Exception {
        Function waiter = account.functions()
                .create(TestFunctions.aFunction(account, Waiter.class)
                        .timeout(Duration.ofSeconds(1))
                        .build());

        JsonNode error = json(waiter.invoke("{}"));

        assertThat(error.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(error.path("errorMessage").asText())
                .matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds");
        assertThat(log(waiter)).contains("waiting").last().asString().endsWith("Task timed out after 1.00 seconds");
    }

    @ParameterizedTest(name = "exit status {0}: {1}")
    @CsvSource({
        "0, Runtime exited without providing a reason",
        "127, Runtime exited with error: exit status 127",
        "137, Runtime exited with error: signal: killed"
    })
    void a_process_that_ends_fails_its_invocation_and_is_replaced(String status, String message) throws Exception {
        Function quitter = create(Quitter.class);

        JsonNode error = json(quitter.invoke(status));

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(error.path("errorMessage").asText()).endsWith(" Error: " + message);
        assertThat(json(quitter.invoke(status)).path("errorType").asText()).isEqualTo("Runtime.ExitError");
    }

    @Test
    void a_result_may_have_six_megabytes() throws Exception {
        Function chatterbox = create(Chatterbox.class);

        assertThat(chatterbox
                        .invoke(String.valueOf(Ending.MAX_RESPONSE_BYTES - 2))
                        .payload())
                .hasSize(Ending.MAX_RESPONSE_BYTES);
        assertThat(json(chatterbox.invoke(String.valueOf(Ending.MAX_RESPONSE_BYTES - 1)))
                        .path("errorType")
                        .asText())
                .isEqualTo("Function.ResponseSizeTooLarge");
    }

    @Test
    void a_process_finds_lambdas_environment_and_nothing_else() throws Exception {
        Function inspector = account.functions()
                .create(TestFunctions.aFunction(account, Inspector.class)
                        .environment(Map.of("TABLE", "products"))
                        .memoryMegabytes(256)
                        .build());

        Map<String, String> found = found(inspector);

        assertThat(found)
                .contains(
                        entry("TABLE", "products"),
                        entry("AWS_ENDPOINT_URL", cloud.endpoint().toString()),
                        entry("AWS_REGION", "us-east-1"),
                        entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                        entry("AWS_LAMBDA_FUNCTION_NAME", "Inspector"),
                        entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/Inspector"),
                        entry("LAMBDA_TASK_ROOT", TestFunctions.CODE.toString()),
                        entry("directory", TestFunctions.CODE.toString()),
                        entry("invokedFunctionArn", inspector.arn()),
                        entry("memoryMegabytes", "256"))
                .doesNotContainKey("HOME");
        assertThat(Integer.parseInt(found.getOrDefault("maxHeapMegabytes", ""))).isBetween(190, 256);
        assertThat(Integer.parseInt(found.getOrDefault("remainingMillis", ""))).isBetween(1, 10_000);
    }

    @Test
    void a_warm_process_is_used_again_until_the_configuration_changes() throws Exception {
        FunctionConfiguration.Builder configuration = TestFunctions.aFunction(account, Inspector.class);
        Function inspector = account.functions().create(configuration.build());

        String first = found(inspector).get("process");
        String second = found(inspector).get("process");
        account.functions().update(configuration.build());
        String afterNoChange = found(inspector).get("process");
        account.functions()
                .update(configuration.environment(Map.of("STAGE", "two")).build());
        Map<String, String> afterChange = found(inspector);

        assertThat(second).isEqualTo(first);
        assertThat(afterNoChange).isEqualTo(first);
        assertThat(afterChange).containsEntry("STAGE", "two").doesNotContainEntry("process", first);
    }

    @Test
    void no_process_is_left_when_the_cloud_closes() {
        create(Echo.class).invoke("{}");
        create(Thrower.class).invoke("{}");
        List<ProcessHandle> processes = ProcessHandle.current().children().toList();

        cloud.close();

        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void no_process_is_left_when_the_cloud_is_killed() throws Exception {
        Process program = new ProcessBuilder(
                        TestFunctions.SETTINGS
                                .javaHome()
                                .resolve("bin")
                                .resolve("java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedCloud.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle function = ProcessHandle.of(
                        Long.parseLong(program.inputReader().readLine()))
                .orElseThrow();

        program.destroyForcibly();

        assertThat(function.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void an_invocation_leaves_its_output_between_lambdas_own_lines() {
        Function echo = create(Echo.class);

        InvocationResult result = echo.invoke("{}");

        assertThat(log(echo))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("INIT_START Runtime Version: java25"),
                        line -> assertThat(line).matches("START RequestId: [0-9a-f-]{36} Version: \\$LATEST"),
                        line -> assertThat(line).isEqualTo("echoing in Echo"),
                        line -> assertThat(line).matches("END RequestId: [0-9a-f-]{36}"),
                        line -> assertThat(line)
                                .matches(
                                        "REPORT RequestId: [0-9a-f-]{36}\tDuration: [0-9.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB.*\tInit Duration: [0-9.]+ ms"));
        assertThat(result.logTail()).contains("echoing in Echo").doesNotContain("INIT_START");
    }

    @Test
    void the_journal_has_one_hop_in_and_one_out() {
        Function thrower = create(Thrower.class);

        thrower.invoke("{\"a\":1}");

        List<Hop> hops = account.journal().hops();
        assertThat(hops).extracting(Hop::kind).containsExactly(Hop.Kind.INVOKED, Hop.Kind.THREW);
        assertThat(hops.getFirst().to()).isEqualTo(thrower.arn());
        assertThat(hops.getFirst().payload()).isEqualTo("{\"a\":1}");
        assertThat(hops.getLast().reason()).isEqualTo("java.lang.IllegalArgumentException: no such product");
        assertThat(hops.getLast().eventId()).isEqualTo(hops.getFirst().eventId());
    }

    @Test
    void a_fault_fails_invocations_until_it_is_switched_off() {
        Function echo = create(Echo.class);

        InvocationResult during;
        try (Fault fault = echo.fault("java.net.ConnectException", "Connection refused")) {
            during = echo.invoke("{}");
        }

        assertThat(during).isInstanceOf(InvocationResult.Failed.class);
        assertThat(during.payload())
                .isEqualTo("{\"errorMessage\":\"Connection refused\",\"errorType\":\"java.net.ConnectException\"}");
        assertThat(echo.invoke("{}")).isInstanceOf(InvocationResult.Returned.class);
    }

    @Test
    void code_that_is_not_there_is_refused_with_what_to_do() {
        FunctionConfiguration configuration = TestFunctions.aFunction(account, Echo.class)
                .code(Path.of("target", "nothing"))
                .build();

        assertThatThrownBy(() -> account.functions().create(configuration))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("is no directory")
                .hasMessageContaining("deploy again");
    }

    private Function create(Class<?> handler) {
        return account.functions()
                .create(TestFunctions.aFunction(account, handler).build());
    }

    private static List<String> log(Function function) {
        return function.log().events().stream().map(LogEvent::message).toList();
    }

    private static JsonNode json(InvocationResult result) throws Exception {
        return new ObjectMapper().readTree(result.payload());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> found(Function inspector) throws Exception {
        return new ObjectMapper().readValue(inspector.invoke("{}").payload(), Map.class);
    }
}
