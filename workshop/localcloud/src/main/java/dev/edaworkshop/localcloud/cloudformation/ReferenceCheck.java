package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds references to what does not exist: resources, attributes, exports, mappings. */
final class ReferenceCheck {
    private final Template template;
    private final LiveTemplate live;
    private final Scope scope;
    private final Deployers deployers;
    private final Set<String> problems = new LinkedHashSet<>();

    private ReferenceCheck(Template template, LiveTemplate live, Scope scope, Deployers deployers) {
        this.template = template;
        this.live = live;
        this.scope = scope;
        this.deployers = deployers;
    }

    static List<String> problems(Template template, LiveTemplate live, Scope scope, Deployers deployers) {
        ReferenceCheck check = new ReferenceCheck(template, live, scope, deployers);
        check.resources();
        check.outputs();
        return List.copyOf(check.problems);
    }

    private void resources() {
        List<Reference> unresolved = new ArrayList<>();
        template.resources().forEach((id, resource) -> {
            String location = "/Resources/" + id;
            references(resource.properties(), location + "/Properties").stream()
                    .filter(reference -> !template.resources().containsKey(reference.name()))
                    .forEach(unresolved::add);
            resource.dependsOn().stream()
                    .filter(name -> !template.resources().containsKey(name))
                    .forEach(name -> unresolved.add(new Reference(name, Optional.empty(), location + "/DependsOn")));
        });
        live.resources().forEach((id, resource) -> {
            String location = "/Resources/" + id + "/Properties";
            unresolved.addAll(left(resource.properties(), location));
            values(resource.properties(), location);
        });
        unresolved(unresolved, "Resources");
    }

    private void outputs() {
        List<Reference> unresolved = new ArrayList<>();
        live.outputs().forEach((key, output) -> {
            String location = "/Outputs/" + key;
            List<JsonNode> parts = new ArrayList<>(List.of(output.value()));
            output.exportName().ifPresent(parts::add);
            parts.forEach(part -> {
                references(part, location).stream()
                        .filter(reference -> !live.resources().containsKey(reference.name()))
                        .forEach(unresolved::add);
                values(part, location);
            });
        });
        unresolved(unresolved, "Outputs");
    }

    /** References to resources that the template has, but that their condition keeps from existing. */
    private List<Reference> left(JsonNode value, String location) {
        return references(value, location).stream()
                .filter(reference -> template.resources().containsKey(reference.name()))
                .filter(reference -> !live.resources().containsKey(reference.name()))
                .toList();
    }

    private List<Reference> references(JsonNode value, String location) {
        return Reference.in(value, location).stream()
                .filter(reference -> !scope.hasValue(reference.name()))
                .toList();
    }

    private void unresolved(List<Reference> references, String block) {
        if (!references.isEmpty()) {
            Set<String> names =
                    references.stream().map(Reference::name).collect(Collectors.toCollection(LinkedHashSet::new));
            problems.add(Scope.unresolved(names, block)
                    + references.stream()
                            .map(reference -> "\n     " + reference.location() + " refers to " + reference.name())
                            .distinct()
                            .collect(Collectors.joining()));
        }
    }

    /** Resolves whatever needs no resource, and looks up the attributes of resources. */
    private void values(JsonNode value, String location) {
        TemplateWalk.walk(value, location, (call, at) -> {
            JsonNode node = Json.emptyObject().set(call.function(), call.argument());
            if (isSound(node) && !LiveTemplate.refersToResources(node, scope)) {
                try {
                    new Intrinsics(scope).resolve(node);
                } catch (CloudFormationException e) {
                    problems.add("[" + at + "] " + e.message());
                }
            }
        });
        references(value, location).forEach(this::attribute);
    }

    /** A {@code Fn::If} that is still there has an unknown condition. */
    private static boolean isSound(JsonNode value) {
        List<Intrinsics.Call> unsound = new ArrayList<>();
        TemplateWalk.walk(value, "", (call, location) -> {
            if (!Intrinsics.isWellFormed(call) || call.function().equals("Fn::If")) {
                unsound.add(call);
            }
        });
        return unsound.isEmpty();
    }

    private void attribute(Reference reference) {
        Optional<ResourceDeployer> deployer = Optional.ofNullable(
                        live.resources().get(reference.name()))
                .map(Resource::type)
                .flatMap(deployers::find);
        if (deployer.isPresent() && reference.attribute().isPresent()) {
            String attribute = reference.attribute().get();
            Set<String> attributes = deployer.get().attributes();
            if (!attributes.contains(attribute)) {
                problems.add(
                        "[%s] Template error: resource %s does not support attribute type %s in Fn::GetAtt. %s has: %s."
                                .formatted(
                                        reference.location(),
                                        reference.name(),
                                        attribute,
                                        deployer.get().type(),
                                        attributes.isEmpty() ? "none" : String.join(", ", new TreeSet<>(attributes))));
            }
        }
    }
}
