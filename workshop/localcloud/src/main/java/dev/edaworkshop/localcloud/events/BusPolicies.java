package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may do what with a bus: one policy per bus, put together of statements. The object's monitor guards changes.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html">Bus permissions</a>
 */
public final class BusPolicies {
    private static final String NAME = "Policy";
    private static final int MAX_CHARS = 10_240;

    private final Iam iam;
    private final Map<String, Map<String, ObjectNode>> statements = new ConcurrentHashMap<>();

    BusPolicies(Iam iam) {
        this.iam = iam;
    }

    /** The policy as JSON; empty if the bus has none. */
    Optional<String> policy(String busArn) {
        Map<String, ObjectNode> bySid = statements.getOrDefault(busArn, Map.of());
        return bySid.isEmpty() ? Optional.empty() : Optional.of(document(bySid));
    }

    /**
     * Adds or replaces one statement.
     *
     * @param statementId its {@code Sid}, which identifies it
     * @throws dev.edaworkshop.localcloud.wire.AwsException for a statement that is none, or too much of it
     */
    public synchronized void put(String busArn, String statementId, JsonNode statement) {
        if (!(statement instanceof ObjectNode object)) {
            throw EventsErrors.invalidParameter("Policy", "A statement must be an object.");
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("Sid", statementId);
        object.properties().stream()
                .filter(member -> !member.getKey().equals("Sid"))
                .forEach(member -> named.set(member.getKey(), member.getValue()));
        Map<String, ObjectNode> changed = new LinkedHashMap<>(statements.getOrDefault(busArn, Map.of()));
        changed.put(statementId, named);
        apply(busArn, changed);
    }

    /** Replaces the whole policy. */
    public synchronized void putAll(String busArn, JsonNode document) {
        JsonNode all = document.path("Statement");
        Map<String, ObjectNode> bySid = new LinkedHashMap<>();
        for (JsonNode statement :
                all.isObject() ? JsonNodeFactory.instance.arrayNode().add(all) : all) {
            if (!(statement instanceof ObjectNode object)) {
                throw EventsErrors.invalidParameter("Policy", "A statement must be an object.");
            }
            bySid.put(object.path("Sid").asText("statement-" + bySid.size()), object);
        }
        apply(busArn, bySid);
    }

    /** @return whether there was such a statement */
    public synchronized boolean remove(String busArn, String statementId) {
        Map<String, ObjectNode> changed = new LinkedHashMap<>(statements.getOrDefault(busArn, Map.of()));
        boolean removed = changed.remove(statementId) != null;
        apply(busArn, changed);
        return removed;
    }

    public synchronized void removeAll(String busArn) {
        apply(busArn, Map.of());
    }

    private void apply(String busArn, Map<String, ObjectNode> changed) {
        if (changed.isEmpty()) {
            statements.remove(busArn);
            iam.deleteResourcePolicy(busArn, NAME);
            return;
        }
        String document = document(changed);
        if (document.length() > MAX_CHARS) {
            throw new AwsException(
                    400,
                    "PolicyLengthExceededException",
                    "The event bus policy has %d characters, the limit is %d.".formatted(document.length(), MAX_CHARS));
        }
        iam.putResourcePolicy(busArn, NAME, parse(document));
        statements.put(busArn, changed);
    }

    private static Policy parse(String document) {
        try {
            return Policy.parse(document);
        } catch (IllegalArgumentException e) {
            throw EventsErrors.invalidParameter("Policy", String.valueOf(e.getMessage()));
        }
    }

    private static String document(Map<String, ObjectNode> bySid) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        var list = document.putArray("Statement");
        bySid.values().forEach(list::add);
        return document.toString();
    }
}
