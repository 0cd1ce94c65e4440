package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the conditions leave of a template: resources and outputs that are to exist, their values without
 * {@code Fn::If} and {@code AWS::NoValue}.
 */
record LiveTemplate(Map<String, Resource> resources, Map<String, Output> outputs) {
    LiveTemplate {
        resources = Collections.unmodifiableMap(resources);
        outputs = Collections.unmodifiableMap(outputs);
    }

    static LiveTemplate of(Template template, Scope scope) {
        Intrinsics intrinsics = new Intrinsics(scope);
        Predicate<Optional<String>> holds = condition -> condition
                .map(name -> !scope.hasCondition(name) || scope.condition(name))
                .orElse(true);
        Map<String, Resource> resources = new LinkedHashMap<>();
        template.resources().values().stream()
                .filter(resource -> holds.test(resource.condition()))
                .forEach(resource -> resources.put(resource.logicalId(), resource.withProperties((ObjectNode)
                        Json.map(resource.properties(), (name, value) -> intrinsics.prune(value)))));
        Map<String, Output> outputs = new LinkedHashMap<>();
        template.outputs().values().stream()
                .filter(output -> holds.test(output.condition()))
                .forEach(output -> outputs.put(output.key(), output.withValue(intrinsics.prune(output.value()))));
        return new LiveTemplate(resources, outputs);
    }

    /** One that is there. */
    Resource resource(String logicalId) {
        return Objects.requireNonNull(resources.get(logicalId), logicalId);
    }

    /** By references and by {@code DependsOn}; on a resource that does not exist nothing depends. */
    DependencyGraph dependencies() {
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        resources.values().forEach(resource -> {
            Set<String> needed = new LinkedHashSet<>(resource.dependsOn());
            Reference.in(resource.properties(), "").forEach(reference -> needed.add(reference.name()));
            needed.retainAll(resources.keySet());
            dependencies.put(resource.logicalId(), needed);
        });
        return new DependencyGraph(dependencies);
    }

    /** The names of exports that the resources and outputs import; each must be resolvable without resources. */
    Set<String> imports(Scope scope) {
        Intrinsics intrinsics = new Intrinsics(scope);
        Set<String> names = new LinkedHashSet<>();
        TemplateWalk.Visitor imports = (call, location) -> {
            if (call.function().equals("Fn::ImportValue")) {
                names.add(intrinsics.text(call.argument()));
            }
        };
        resources.values().forEach(resource -> TemplateWalk.walk(resource.properties(), "", imports));
        outputs.values().forEach(output -> TemplateWalk.walk(output.value(), "", imports));
        return names;
    }

    /** Whether a value needs any resource to be resolved. */
    static boolean refersToResources(JsonNode value, Scope scope) {
        return Reference.in(value, "").stream().anyMatch(reference -> !scope.hasValue(reference.name()));
    }
}
