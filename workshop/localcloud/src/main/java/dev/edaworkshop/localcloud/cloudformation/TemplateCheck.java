package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks through a whole template for what cannot be deployed, so that nobody fixes it one run at a time. */
final class TemplateCheck {
    private static final Set<String> ALWAYS_THERE = Set.of(
            "AWS::AccountId",
            "AWS::Region",
            "AWS::Partition",
            "AWS::URLSuffix",
            "AWS::StackName",
            "AWS::StackId",
            "AWS::NotificationARNs",
            "AWS::NoValue");

    private final Template template;
    private final Map<String, ResourceDeployer> deployers;
    private final List<String> problems = new ArrayList<>();

    private TemplateCheck(Template template, Map<String, ResourceDeployer> deployers) {
        this.template = template;
        this.deployers = deployers;
    }

    /** One sentence for each problem; empty if there is none. */
    static List<String> problems(
            Template template, Collection<Resource> active, Map<String, ResourceDeployer> deployers) {
        TemplateCheck check = new TemplateCheck(template, deployers);
        active.forEach(check::look);
        template.outputs().forEach((name, output) -> check.lookAtReferences("output " + name, output.path("Value")));
        return check.problems;
    }

    private void look(Resource resource) {
        String where = "resource " + resource.logicalId();
        ResourceDeployer deployer = deployers.get(resource.type());
        if (deployer == null) {
            problems.add("%s has type %s, which is not supported.".formatted(where, resource.type()));
            return;
        }
        for (String property : new TreeSet<>(fieldNames(resource.properties()))) {
            if (!deployer.properties().contains(property)
                    && !deployer.recordedProperties().containsKey(property)
                    && deployer.recordedOnly().isEmpty()) {
                problems.add("%s (%s) sets the property %s, which is not supported."
                        .formatted(where, resource.type(), property));
            }
        }
        resource.dependsOn().stream()
                .filter(id -> !template.resources().containsKey(id))
                .forEach(
                        id -> problems.add("%s depends on %s, which the template does not have.".formatted(where, id)));
        lookAtReferences(where, resource.properties());
    }

    private void lookAtReferences(String where, JsonNode node) {
        References references = References.of(node);
        for (String name : references.names()) {
            boolean known = ALWAYS_THERE.contains(name)
                    || template.parameters().containsKey(name)
                    || template.resources().containsKey(name);
            if (!known) {
                problems.add("%s refers to %s, which the template does not have.".formatted(where, name));
            }
        }
        references
                .unknownFunctions()
                .forEach(function -> problems.add("%s uses %s, which is not supported.".formatted(where, function)));
        references
                .dynamicReferences()
                .forEach(reference -> problems.add(
                        "%s uses the dynamic reference %s, which is not supported.".formatted(where, reference)));
    }

    private static Collection<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
