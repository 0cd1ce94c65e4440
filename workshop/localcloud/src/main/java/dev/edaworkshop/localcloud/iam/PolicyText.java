package dev.edaworkshop.localcloud.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource policy as a text to which statements are added and taken away, as AddPermission and RemovePermission do.
 *
 * @param json a policy; a statement list may be a single statement
 */
public record PolicyText(String json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A policy without statements. */
    public static PolicyText empty() {
        return new PolicyText("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
    }

    /** @param label what the statement is called ({@code Sid}) */
    public boolean has(String label) {
        return indexOf(statements(read()), label).isPresent();
    }

    public boolean isEmpty() {
        return statements(read()).isEmpty();
    }

    /** The same policy with one statement more, which allows these accounts these actions. */
    public PolicyText with(String label, List<String> accountIds, List<String> actions, String resourceArn) {
        ObjectNode policy = read();
        ArrayNode statements = statements(policy);
        ObjectNode statement = statements.addObject().put("Sid", label).put("Effect", "Allow");
        ArrayNode principals = statement.putObject("Principal").putArray("AWS");
        accountIds.forEach(account -> principals.add("arn:aws:iam::%s:root".formatted(account)));
        actions.forEach(statement.putArray("Action")::add);
        statement.put("Resource", resourceArn);
        policy.set("Statement", statements);
        return new PolicyText(policy.toString());
    }

    /** The same policy without the statement. */
    public PolicyText without(String label) {
        ObjectNode policy = read();
        ArrayNode statements = statements(policy);
        indexOf(statements, label).ifPresent(statements::remove);
        policy.set("Statement", statements);
        return new PolicyText(policy.toString());
    }

    private ObjectNode read() {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("not a policy: " + json, e);
        }
    }

    private static ArrayNode statements(ObjectNode policy) {
        JsonNode statements = policy.path("Statement");
        return statements instanceof ArrayNode list
                ? list.deepCopy()
                : statements.isObject() ? JSON.createArrayNode().add(statements) : JSON.createArrayNode();
    }

    private static Optional<Integer> indexOf(ArrayNode statements, String label) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).path("Sid").asText().equals(label)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
