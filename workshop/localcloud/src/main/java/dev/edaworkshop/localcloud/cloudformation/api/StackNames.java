package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.CloudFormationException;
import dev.edaworkshop.localcloud.cloudformation.StackFailedException;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** What all actions need: stacks by name or ARN, and our errors as AWS sends them. */
final class StackNames {
    private StackNames() {}

    /** The name within an ARN such as {@code arn:aws:cloudformation:us-east-1:000000000000:stack/Shop/<uuid>}. */
    static String nameOf(String nameOrArn) {
        return nameOrArn.startsWith("arn:") && nameOrArn.contains("/")
                ? nameOrArn.split("/", 3)[1]
                : nameOrArn;
    }

    /** Does what an action begins; how it ends the client reads from the stack and its events. */
    static void begin(Runnable deployment) {
        try {
            deployment.run();
        } catch (StackFailedException e) {
            // The stack says so itself: its status, and the events with the reason.
        } catch (CloudFormationException e) {
            throw onTheWire(e);
        }
    }

    static AwsException onTheWire(CloudFormationException e) {
        return new AwsException(400, e.code(), e.message());
    }

    static List<Parameter> parameters(StackRequest request) {
        return request.parameters().entrySet().stream()
                .map(entry -> Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build())
                .toList();
    }

    static List<Tag> tags(StackRequest request) {
        return request.tags().entrySet().stream()
                .map(entry -> Tag.builder()
                        .key(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
    }
}
