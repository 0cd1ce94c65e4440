package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Says what a difference in resolved properties means for a resource. */
final class PropertyDiff {
    /** What has to be done. */
    enum Consequence {
        NOTHING,
        /** The difference is written down, but has no effect here. */
        RECORD,
        UPDATE,
        REPLACE
    }

    private final ResourceDeployer deployer;

    PropertyDiff(ResourceDeployer deployer) {
        this.deployer = deployer;
    }

    Consequence between(LiveResource former, ObjectNode properties, Map<String, String> stackTags) {
        boolean replaced = deployer.createOnlyProperties().stream()
                .anyMatch(path -> !same(valueAt(former.properties(), path), valueAt(properties, path)));
        boolean retagged = deployer.properties().contains("Tags")
                && !former.origin().stackTags().equals(stackTags);
        if (replaced) {
            return Consequence.REPLACE;
        }
        if (retagged || !same(effective(former.properties()), effective(properties))) {
            return Consequence.UPDATE;
        }
        return same(former.properties(), properties) ? Consequence.NOTHING : Consequence.RECORD;
    }

    private JsonNode effective(JsonNode properties) {
        return without(properties, "", deployer.recordedProperties().keySet());
    }

    private static JsonNode without(JsonNode node, String path, Set<String> paths) {
        return Json.map(node, (name, value) -> {
            String inner = node.isArray() ? path : path.isEmpty() ? name : path + "." + name;
            return paths.contains(inner) && node.isObject() ? MissingNode.getInstance() : without(value, inner, paths);
        });
    }

    private static JsonNode valueAt(JsonNode properties, String path) {
        return properties.at("/" + path.replace('.', '/'));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isMissingNode() && other.isMissingNode()) || Json.same(one, other);
    }
}
