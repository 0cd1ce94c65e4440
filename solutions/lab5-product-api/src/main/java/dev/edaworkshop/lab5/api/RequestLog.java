package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * One line of JSON for each request, which CloudWatch Logs can search by field. It is at the same time a metric in the
 * embedded metric format: CloudWatch takes {@code latency}, {@code faults} and {@code refusals} from the line, and nobody
 * has to call it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the format</a>
 */
final class RequestLog {

    static final String NAMESPACE = "HarbourGoods/Catalogue";

    private final String application;
    private final Consumer<String> out;
    private final InstantSource clock;

    /** @param application whose requests these are: {@code storefront} or {@code admin} */
    RequestLog(String application, Consumer<String> out, InstantSource clock) {
        this.application = application;
        this.out = out;
        this.clock = clock;
    }

    void answered(Request request, int status, Duration took, Context context) {
        out.accept(Json.write(line(request, status, took, context)));
    }

    void failed(Request request, int status, Duration took, Context context, RuntimeException failure) {
        ObjectNode line = line(request, status, took, context).put("error", String.valueOf(failure.getMessage()));
        if (status >= 500) { // what the client did wrong needs no stack trace
            line.put("stack_trace", stackTrace(failure));
        }
        out.accept(Json.write(line));
    }

    private ObjectNode line(Request request, int status, Duration took, Context context) {
        Instant now = clock.instant();
        ObjectNode line = Json.object();
        metrics(line.putObject("_aws"), now);
        return line.put("timestamp", now.toString())
                .put("level", status >= 500 ? "ERROR" : "INFO")
                .put("message", "%s answered %d".formatted(request.route(), status))
                .put("application", application)
                .put("route", request.route())
                .put("status", status)
                .put("product_id", request.path().getOrDefault("id", ""))
                .put("correlation_id", request.correlationId())
                .put("request_id", context.getAwsRequestId())
                .put("latency", took.toNanos() / 1e6)
                .put("faults", status >= 500 ? 1 : 0)
                .put("refusals", status >= 400 && status < 500 ? 1 : 0);
    }

    private static void metrics(ObjectNode aws, Instant now) {
        ObjectNode directive = aws.put("Timestamp", now.toEpochMilli())
                .putArray("CloudWatchMetrics")
                .addObject();
        directive.put("Namespace", NAMESPACE);
        // Each combination of values is a metric that costs; ids must not be among the dimensions.
        directive.putArray("Dimensions").addArray().add("application");
        directive
                .putArray("Metrics")
                .add(Json.object().put("Name", "latency").put("Unit", "Milliseconds"))
                .add(Json.object().put("Name", "faults").put("Unit", "Count"))
                .add(Json.object().put("Name", "refusals").put("Unit", "Count"));
    }

    private static String stackTrace(RuntimeException failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
