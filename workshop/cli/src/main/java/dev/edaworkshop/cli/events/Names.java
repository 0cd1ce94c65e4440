package dev.edaworkshop.cli.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a resource.
 *
 * <p>{@code arn:aws:sns:us-east-1:000000000000:Lab1PubSub-TopicsProductCreated0A1B2C3D-XYZ…} becomes
 * {@code topic TopicsProductCreated}: without what CloudFormation and CDK add to make names unique.
 */
public final class Names {
    private static final Pattern GENERATED = Pattern.compile("^.+?-(.+)-[A-Z0-9]{12,13}$");
    private static final Pattern CDK_HASH = Pattern.compile("[0-9A-F]{8}$");
    private static final Pattern ROLE_SESSION = Pattern.compile("arn:aws:sts::\\d+:assumed-role/[^/]+/(.+)");

    private Names() {}

    /** @param arn an ARN, or whoever else acts; empty gives empty */
    public static String of(String arn) {
        Matcher function = ROLE_SESSION.matcher(arn);
        if (function.matches()) {
            return "function " + plain(function.group(1));
        }
        if (arn.endsWith(":root")) {
            return "you";
        }
        String[] parts = arn.split(":", 6);
        if (parts.length < 6) {
            return arn;
        }
        return switch (parts[2]) {
            case "dynamodb" -> table(parts[5]);
            case "sns" -> "topic " + plain(parts[5].split(":", 2)[0]);
            case "sqs" -> "queue " + plain(parts[5]);
            case "lambda" ->
                "function " + plain(parts[5].replaceFirst("^function:", "").split(":", 2)[0]);
            case "events" -> eventBridge(parts[5]);
            default -> parts[2] + " " + plain(parts[5]);
        };
    }

    /** {@code event-bus/harbour}, {@code rule/harbour/receipts}, {@code archive/everything}. */
    private static String eventBridge(String resource) {
        String kind = resource.startsWith("event-bus/") ? "bus" : resource.replaceFirst("/.*", "");
        return kind + " " + plain(resource.substring(resource.lastIndexOf('/') + 1));
    }

    private static String table(String resource) {
        String[] path = resource.split("/", 4);
        if (path.length < 2) {
            return resource;
        }
        boolean stream = path.length > 2 && path[2].equals("stream");
        return (stream ? "stream of table " : "table ") + plain(path[1]);
    }

    /** A physical name without its stack and its random part. */
    public static String plain(String physicalName) {
        Matcher generated = GENERATED.matcher(physicalName);
        String logicalId = generated.matches() ? generated.group(1) : physicalName;
        return generated.matches() ? CDK_HASH.matcher(logicalId).replaceFirst("") : logicalId;
    }
}
