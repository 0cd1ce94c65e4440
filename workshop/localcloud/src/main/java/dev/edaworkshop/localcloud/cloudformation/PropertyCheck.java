package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares a resource's properties with what its deployer declares; collects those refused and those recorded. */
final class PropertyCheck {
    private final Resource resource;
    private final ResourceDeployer deployer;
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<Recorded> recorded = new LinkedHashSet<>();

    /** @param resource whose properties no {@code Fn::If} hides */
    PropertyCheck(Resource resource, ResourceDeployer deployer) {
        this.resource = resource;
        this.deployer = deployer;
        Optional<String> because = deployer.recordedBecause();
        if (because.isPresent()) {
            recorded.add(new Recorded(resource.logicalId(), resource.type(), Optional.empty(), because.get()));
        } else {
            members(resource.properties(), "", false);
        }
    }

    Set<Recorded> recorded() {
        return recorded;
    }

    Optional<String> problem() {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("%s: %s %s not supported by the local cloud. Supported: %s."
                .formatted(
                        resource.inWords(),
                        (refused.size() == 1 ? "property " : "properties ") + String.join(", ", refused),
                        refused.size() == 1 ? "is" : "are",
                        supported()));
    }

    private String supported() {
        Set<String> names = new TreeSet<>(deployer.properties());
        names.addAll(deployer.recordedProperties().keySet());
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private void members(JsonNode object, String path, boolean honoured) {
        object.properties().forEach(member -> property(path + member.getKey(), member.getValue(), honoured));
    }

    /** @param within whether the property lies within one that is honoured as a whole */
    private void property(String path, JsonNode value, boolean within) {
        String reason = deployer.recordedProperties().get(path);
        boolean honoured = within || deployer.properties().contains(path);
        boolean inside = declaresInside(path);
        if (reason != null) {
            recorded.add(new Recorded(resource.logicalId(), resource.type(), Optional.of(path), reason));
        } else if (!honoured && !inside) {
            refused.add(path);
        } else if (inside && Intrinsics.call(value).isEmpty()) {
            List<JsonNode> objects = value.isArray() ? Json.items(value) : List.of(value);
            objects.forEach(object -> members(object, path + ".", honoured));
        }
    }

    private boolean declaresInside(String path) {
        return Stream.concat(deployer.properties().stream(), deployer.recordedProperties().keySet().stream())
                .anyMatch(name -> name.startsWith(path + "."));
    }
}
