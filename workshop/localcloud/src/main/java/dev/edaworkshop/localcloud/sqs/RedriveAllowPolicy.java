package dev.edaworkshop.localcloud.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which queues may name this one as their dead-letter queue.
 *
 * @param sourceQueueArns for permission by queue only
 */
record RedriveAllowPolicy(Permission permission, List<String> sourceQueueArns) {
    /** What holds for a queue that has no such policy. */
    static final RedriveAllowPolicy ALLOW_ALL = new RedriveAllowPolicy(Permission.ALLOW_ALL, List.of());

    private static final int MAX_SOURCES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Permission {
        ALLOW_ALL("allowAll"),
        DENY_ALL("denyAll"),
        BY_QUEUE("byQueue");

        private final String spelling;

        Permission(String spelling) {
            this.spelling = spelling;
        }

        static Permission spelled(String text) {
            return Stream.of(values())
                    .filter(permission -> permission.spelling.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
    }

    RedriveAllowPolicy {
        sourceQueueArns = List.copyOf(sourceQueueArns);
    }

    static RedriveAllowPolicy parse(String json) {
        try {
            JsonNode policy = JSON.readTree(json);
            Permission permission =
                    Permission.spelled(policy.path("redrivePermission").asText());
            List<String> sources = StreamSupport.stream(
                            policy.path("sourceQueueArns").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            boolean fits = permission == Permission.BY_QUEUE
                    ? !sources.isEmpty() && sources.size() <= MAX_SOURCES
                    : sources.isEmpty();
            if (fits) {
                return new RedriveAllowPolicy(permission, sources);
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // said below, as for a policy whose parts do not fit
        }
        throw SqsErrors.invalidParameter(
                "RedriveAllowPolicy",
                json,
                "It must be a JSON map with redrivePermission allowAll, denyAll or byQueue and, for byQueue only, 1 to %d sourceQueueArns."
                        .formatted(MAX_SOURCES));
    }

    boolean allows(String sourceQueueArn) {
        return switch (permission) {
            case ALLOW_ALL -> true;
            case DENY_ALL -> false;
            case BY_QUEUE -> sourceQueueArns.contains(sourceQueueArn);
        };
    }

    /** As GetQueueAttributes answers it. */
    String json() {
        ObjectNode policy = JSON.createObjectNode().put("redrivePermission", permission.spelling);
        if (permission == Permission.BY_QUEUE) {
            sourceQueueArns.forEach(policy.putArray("sourceQueueArns")::add);
        }
        return policy.toString();
    }
}
