package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import java.util.Map;

/**
 * What a Lambda authorizer returns: a principal, a policy, and a context of scalars.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html">Authorizer output</a>
 */
public record PolicyAnswer(String principalId, Policy policy, ObjectNode context) {
    /** @throws IllegalArgumentException if it is no such answer; says what is wrong */
    public static PolicyAnswer parse(JsonNode result) {
        if (!result.path("principalId").isTextual()) {
            throw new IllegalArgumentException("The authorizer's result has no principalId: " + result);
        }
        JsonNode context = result.path("context");
        for (var entry : context.properties()) {
            if (!entry.getValue().isValueNode()) {
                throw new IllegalArgumentException(
                        "The authorizer's context has an object or list at %s; only texts, numbers and booleans are allowed."
                                .formatted(entry.getKey()));
            }
        }
        return new PolicyAnswer(
                result.path("principalId").asText(),
                Policy.parse(result.path("policyDocument")),
                context instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    /** What the policy says to calling a method. */
    public Policy.Effect effect(String methodArn) {
        return policy.effect(new Principal.Service(principalId), "execute-api:Invoke", methodArn, Map.of());
    }
}
