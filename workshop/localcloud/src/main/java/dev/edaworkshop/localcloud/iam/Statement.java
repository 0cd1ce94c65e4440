package dev.edaworkshop.localcloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One statement of a policy; lists that are absent in the document are empty here. */
record Statement(
        Policy.Effect effect,
        Optional<PrincipalMatch> principals,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        List<Condition> conditions) {
    private static final Set<String> KNOWN = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    static Statement parse(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("A policy statement has the unknown element " + name + ": " + node);
            }
        });
        Policy.Effect effect =
                switch (node.path("Effect").asText()) {
                    case "Allow" -> Policy.Effect.ALLOW;
                    case "Deny" -> Policy.Effect.DENY;
                    default -> throw new IllegalArgumentException("Effect must be Allow or Deny: " + node);
                };
        return new Statement(
                effect,
                PrincipalMatch.parse(node),
                strings(node.path("Action")),
                strings(node.path("NotAction")),
                strings(node.path("Resource")),
                strings(node.path("NotResource")),
                Condition.parse(node.path("Condition")));
    }

    static List<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    boolean applies(Principal principal, String action, String resourceArn, Map<String, String> conditionKeys) {
        return principals.map(match -> match.matches(principal)).orElse(true)
                && matchesAction(action)
                && matchesResource(resourceArn)
                && conditions.stream().allMatch(condition -> condition.holds(conditionKeys));
    }

    private boolean matchesAction(String action) {
        if (!notActions.isEmpty()) {
            return notActions.stream().noneMatch(pattern -> Wildcards.matchesIgnoringCase(pattern, action));
        }
        return actions.stream().anyMatch(pattern -> Wildcards.matchesIgnoringCase(pattern, action));
    }

    private boolean matchesResource(String arn) {
        if (!notResources.isEmpty()) {
            return notResources.stream().noneMatch(pattern -> Wildcards.matches(pattern, arn));
        }
        // Trust policies and the resource policies of functions may leave the resource out: it is their own.
        return resources.isEmpty() || resources.stream().anyMatch(pattern -> Wildcards.matches(pattern, arn));
    }
}
