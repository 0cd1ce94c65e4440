package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.util.Map;

/**
 * Where the outcome of an asynchronous invocation is reported: a queue, a topic, another function or an event bus.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Destinations</a>
 */
public record Destination(String arn) {
    private static final String BUS = "arn:aws:events:";

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if nothing of the kind can be a destination */
    public Destination {
        if (arn.startsWith("arn:aws:s3:")) {
            throw LambdaErrors.unsupported(
                    "the destination %s (it supports queues, topics, functions and event buses)".formatted(arn));
        }
        boolean known = arn.matches("arn:aws:(sqs|sns|lambda|events):[^:]*:\\d{12}:.+");
        boolean bus = arn.startsWith(BUS) && arn.contains(":event-bus/");
        if (!known || arn.endsWith(".fifo") || arn.startsWith(BUS) != bus) {
            throw LambdaErrors.invalidParameter("The destination ARN %s is invalid.".formatted(arn));
        }
    }

    /** What message attributes are to queues, source, detail type and resources are to a bus. */
    Map<String, Delivery.Attribute> attributes(boolean success, String qualifiedFunctionArn) {
        if (!arn.startsWith(BUS)) {
            return Map.of();
        }
        return Map.of(
                "source", text("lambda"),
                "detail-type", text("Lambda Function Invocation Result - " + (success ? "Success" : "Failure")),
                "resources", text("[\"%s\",\"%s\"]".formatted(arn, qualifiedFunctionArn)));
    }

    /** Larger records go without payloads. */
    int maxBytes() {
        return arn.startsWith("arn:aws:sns:") ? 256 * 1024 : 1024 * 1024;
    }

    private static Delivery.Attribute text(String value) {
        return new Delivery.Attribute("String", value);
    }
}
