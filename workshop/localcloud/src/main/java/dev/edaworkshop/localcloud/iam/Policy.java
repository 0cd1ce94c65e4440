package dev.edaworkshop.localcloud.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * An IAM policy document.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
 */
public record Policy(List<Statement> statements) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Policy {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a policy document.
     *
     * @throws IllegalArgumentException if it is no policy, or uses an element or condition operator that would be
     *     ignored here; the message names it
     */
    public static Policy parse(String json) {
        try {
            return parse(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The policy is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** As {@link #parse(String)}. */
    public static Policy parse(JsonNode document) {
        JsonNode statement = document.path("Statement");
        if (statement.isObject()) {
            return new Policy(List.of(Statement.parse(statement)));
        }
        if (!statement.isArray()) {
            throw new IllegalArgumentException("The policy has no Statement: " + document);
        }
        return new Policy(StreamSupport.stream(statement.spliterator(), false)
                .map(Statement::parse)
                .toList());
    }

    /** What the policy says: an explicit deny wins over an allow. */
    public Effect effect(Principal principal, String action, String resourceArn, Map<String, String> conditionKeys) {
        boolean allowed = false;
        for (Statement statement : statements) {
            if (statement.applies(principal, action, resourceArn, conditionKeys)) {
                if (statement.effect() == Effect.DENY) {
                    return Effect.DENY;
                }
                allowed = true;
            }
        }
        return allowed ? Effect.ALLOW : Effect.NONE;
    }

    /** What a policy or statement says to a request. */
    public enum Effect {
        ALLOW,
        DENY,
        NONE
    }
}
