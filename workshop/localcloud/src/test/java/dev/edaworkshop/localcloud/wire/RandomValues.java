package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Values for the members of requests: mostly of the right type, seldom sensible. */
final class RandomValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;
    private static final String ARN = "arn:aws:%s:us-east-1:000000000000:%s";

    private static final List<String> NAMES = List.of(
            "orders",
            "orders.fifo",
            "prices",
            "shop",
            "Shop",
            "echo",
            "paid",
            "$LATEST",
            "users",
            "/limits/orders",
            "default",
            "1",
            "All");
    private static final List<String> ARNS = List.of(
            ARN.formatted("sns", "orders"),
            ARN.formatted("sns", "orders.fifo"),
            ARN.formatted("sqs", "orders"),
            ARN.formatted("sqs", "orders.fifo"),
            ARN.formatted("lambda", "function:echo"),
            ARN.formatted("lambda", "function:echo:$LATEST"),
            ARN.formatted("events", "event-bus/shop"),
            ARN.formatted("events", "rule/shop/paid"),
            ARN.formatted("dynamodb", "table/prices"),
            ARN.formatted("logs", "log-group:/orders:*"),
            "arn:aws:iam::000000000000:role/Worker",
            "arn:aws:s3:::shop",
            "arn:::::",
            "arn:aws:sns:eu-west-1:1:x",
            "not an arn");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "3",
            "99999999999999999999",
            "NaN",
            "true",
            "sqs",
            "http",
            "lambda",
            "email",
            "http://127.0.0.1:1/",
            "HASH",
            "S",
            "PAY_PER_REQUEST",
            "NEW_IMAGE",
            "LATEST",
            "TRIM_HORIZON",
            "HTTP",
            "ENABLED",
            "rate(5 minutes)",
            "cron(0 12 * * ? *)",
            "rate(0 days)",
            "cron(99 99 * * ? 9999999999)",
            "java25",
            "DryRun",
            "\u0000",
            "\uD800",
            "été 🚀",
            "../../../etc/passwd",
            "%00%zz",
            "a.b..c",
            "<x>&amp;</y>",
            "x".repeat(3000),
            "2026-11-21T00:00:00Z",
            "+1000000000-12-31T23:59:59Z");
    private static final List<String> DOCUMENTS = List.of(
            "{}",
            "[]",
            "null",
            "\"\"",
            "{",
            "{\"source\": [\"shop\"]}",
            "{\"price\": [{\"numeric\": [\">\", \"x\"]}]}",
            "{\"price\": [{\"numeric\": [\">\", 1, \"<\", 0]}]}",
            "{\"a\": [{\"wildcard\": \"**\"}]}",
            "{\"a\": [{\"cidr\": \"1.2.3.4/99\"}]}",
            "{\"a\": [{\"anything-but\": {\"prefix\": 3}}]}",
            "{\"$or\": [{\"a\": [1]}]}",
            "{\"a\": " + "[".repeat(500) + "]".repeat(500) + "}",
            "[".repeat(5000),
            "{\"Statement\": {}}",
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": 3, \"Resource\": null, \"Condition\": []}]}",
            "{\"Statement\": [{\"Effect\": \"Maybe\", \"Action\": \"*\", \"Principal\": [], \"Condition\": {\"X\": 1}}]}",
            "{\"deadLetterTargetArn\": 3, \"maxReceiveCount\": \"many\"}",
            "{\"deadLetterTargetArn\": \"arn:aws:sqs:us-east-1:000000000000:orders\", \"maxReceiveCount\": 0}",
            "{\"healthyRetryPolicy\": {\"numRetries\": \"x\", \"minDelayTarget\": -1}}",
            "{\"Resources\": []}",
            "{\"Resources\": {\"A\": {\"Type\": 3}}}",
            "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": []}}}",
            "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"TopicName\": {\"Ref\": 3}}}}}",
            "{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\", \"DependsOn\": {\"x\": 1}}}, \"Outputs\": 3}",
            "{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"VisibilityTimeout\": \"x\"}}}}",
            "Resources: {A: {Type: !Ref [x]}}",
            "Resources:\n\t- &a [*a, *a]");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /** A request body with some of the members, and at times one that nobody knows. */
    ObjectNode body(List<SdkField<?>> members) {
        ObjectNode body = structure(members, 0);
        if (chance(0.05)) {
            body.set("NobodyKnows", anything(0));
        }
        return body;
    }

    String text(String member) {
        if (member.contains("Url") && chance(0.6)) {
            return "http://127.0.0.1/000000000000/" + oneOf(NAMES);
        }
        if ((member.endsWith("Arn") || member.endsWith("Target")) && chance(0.7)) {
            return oneOf(ARNS);
        }
        if ((member.contains("Name") || member.endsWith("Id") || member.endsWith("Bus")) && chance(0.6)) {
            return oneOf(NAMES);
        }
        boolean document = member.contains("Pattern")
                || member.contains("Policy")
                || member.contains("Body")
                || member.contains("Template")
                || member.contains("Value")
                || member.contains("Detail")
                || member.contains("Message")
                || member.contains("Event");
        return switch (random.nextInt(document ? 3 : 6)) {
            case 0, 1 -> document ? oneOf(DOCUMENTS) : oneOf(WORDS);
            case 3 -> oneOf(NAMES);
            case 4 -> oneOf(ARNS);
            default -> oneOf(chance(0.3) ? DOCUMENTS : WORDS);
        };
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private ObjectNode structure(List<SdkField<?>> members, int depth) {
        ObjectNode node = NODES.objectNode();
        double share = chance(0.5) ? 0.9 : 0.4;
        for (SdkField<?> member : members) {
            if (member.location() == MarshallLocation.PAYLOAD && chance(share)) {
                node.set(member.locationName(), value(member, member.memberName(), depth));
            }
        }
        return node;
    }

    /** @param name of the member; elements of lists and maps have their container's */
    private JsonNode value(SdkField<?> member, String name, int depth) {
        if (chance(0.08) || depth > MAX_DEPTH) {
            return anything(depth);
        }
        return switch (Fields.type(member)) {
            case SDK_POJO -> structure(Fields.newStructure(member).sdkFields(), depth + 1);
            case LIST -> {
                ArrayNode list = NODES.arrayNode();
                int size = random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    list.add(value(member.getTrait(ListTrait.class).memberFieldInfo(), name, depth + 1));
                }
                yield list;
            }
            case MAP -> {
                ObjectNode map = NODES.objectNode();
                int size = random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    map.set(text("Name"), value(member.getTrait(MapTrait.class).valueFieldInfo(), name, depth + 1));
                }
                yield map;
            }
            case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL, INSTANT -> number();
            default -> NODES.textNode(text(name));
        };
    }

    private JsonNode number() {
        return oneOf(List.of(
                NODES.numberNode(0),
                NODES.numberNode(1),
                NODES.numberNode(1),
                NODES.numberNode(-1),
                NODES.numberNode(10_000),
                NODES.numberNode(Integer.MAX_VALUE),
                NODES.numberNode(Long.MIN_VALUE),
                NODES.numberNode(new BigDecimal("1e400")),
                NODES.numberNode(0.5)));
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > MAX_DEPTH ? 4 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> number();
            case 3 -> NODES.textNode(oneOf(WORDS));
            case 4 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> NODES.objectNode().set(oneOf(NAMES), anything(depth + 1));
        };
    }
}
