package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The Lambda Runtime API: how functions' processes get their events and hand in their results.
 *
 * <p>On the local cloud's one port, each environment under a path of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi {
    /** The paths of this API begin with it; no service of AWS uses it. */
    static final String PREFIX = "/_lambda/";

    private static final String VERSION = "2018-06-01";

    private final Map<String, Expected> processes = new ConcurrentHashMap<>();

    /** Answers a process; waits for its environment, and for the next event if it asks for that. */
    HttpResponse handle(HttpRequest request) {
        String[] path = request.path().substring(PREFIX.length()).split("/", 4);
        Expected process = processes.get(path[0]);
        return process == null
                ? gone()
                : process.environment()
                        .map(environment -> handle(request, path, environment))
                        .orElseGet(RuntimeApi::gone);
    }

    private static HttpResponse handle(HttpRequest request, String[] path, Environment environment) {
        String call = path.length == 4 && path[1].equals(VERSION) && path[2].equals("runtime") ? path[3] : "";
        String[] words = call.split("/", -1);
        if (call.equals("invocation/next")) {
            return environment.next().map(work -> event(environment, work)).orElseGet(RuntimeApi::gone);
        }
        if (call.equals("init/code")) { // not in Lambda, where the code is there before the process
            return HttpResponse.of(
                    200, "text/plain; charset=utf-8", environment.classes().toString());
        }
        if (call.equals("init/error")) {
            environment.initError(request.text());
            return accepted();
        }
        if (words.length == 3 && words[0].equals("invocation") && words[2].equals("error")) {
            return ended(environment, words[1], new Ending.Error(request.text()));
        }
        if (words.length == 3 && words[0].equals("invocation") && words[2].equals("response")) {
            return response(environment, words[1], request);
        }
        return error(
                404, "UnknownOperation", "The local cloud does not support %s %s".formatted(request.method(), call));
    }

    /** A process will ask, and wait until its environment is {@linkplain #add added}. */
    void expect(String id) {
        processes.put(id, new Expected());
    }

    /** From now on the expected process with the environment's id is answered. */
    void add(Environment environment) {
        Expected process = processes.get(environment.id());
        if (process != null) {
            process.environment.complete(Optional.of(environment));
        }
    }

    void remove(String id) {
        Expected process = processes.remove(id);
        if (process != null) {
            process.environment.complete(Optional.empty());
            process.asked.countDown();
        }
    }

    /** Waits until the process has asked for the first time; false if it has not, or is gone. */
    boolean awaitAsked(String id, Duration patience) {
        Expected process = processes.get(id);
        try {
            return process != null && process.asked.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}: host, port and path. */
    String address(URI cloud, String environmentId) {
        return cloud.getAuthority() + PREFIX + environmentId;
    }

    /** A process, and the environment it becomes; empty if it never becomes one. */
    private static final class Expected {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CompletableFuture<Optional<Environment>> environment = new CompletableFuture<>();

        Optional<Environment> environment() {
            asked.countDown();
            return environment.join();
        }
    }

    private static HttpResponse event(Environment environment, Assignment assignment) {
        Invocation invocation = assignment.invocation();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.put(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(environment.deadline().toEpochMilli()));
        headers.put(
                "Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn().orElseGet(environment::functionArn));
        headers.put("Lambda-Runtime-Trace-Id", traceId(invocation));
        invocation.clientContext().ifPresent(context -> headers.put("Lambda-Runtime-Client-Context", context));
        return new HttpResponse(200, headers, invocation.payload().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse response(Environment environment, String requestId, HttpRequest request) {
        if (request.body().length > Ending.MAX_RESPONSE_BYTES) {
            ended(environment, requestId, new Ending.TooLarge());
            return error(413, "ResponseTooLarge", "Exceeded maximum allowed payload size");
        }
        return ended(environment, requestId, new Ending.Response(request.text()));
    }

    private static HttpResponse ended(Environment environment, String requestId, Ending ending) {
        return environment.end(requestId, ending) ? accepted() : error(400, "InvalidRequestID", "Invalid request ID");
    }

    private static HttpResponse accepted() {
        return HttpResponse.of(202, "application/json", "{\"status\":\"OK\"}");
    }

    private static HttpResponse gone() {
        return error(410, "EnvironmentGone", "This execution environment has ended");
    }

    private static HttpResponse error(int status, String type, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("errorMessage", message).put("errorType", type);
        return HttpResponse.of(status, "application/json", body.toString());
    }

    private static String traceId(Invocation invocation) {
        String hex = invocation.requestId().replace("-", "");
        return "Root=1-%s-%s;Parent=%s;Sampled=0".formatted(hex.substring(0, 8), hex.substring(8), hex.substring(16));
    }
}
