package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.Optional;

/**
 * What a template says about itself.
 *
 * @param description empty if there is none
 * @param resourceTypes each once, in alphabetical order
 */
public record TemplateSummary(
        String description, List<DeclaredParameter> parameters, List<String> resourceTypes, List<String> transforms) {
    public TemplateSummary {
        parameters = List.copyOf(parameters);
        resourceTypes = List.copyOf(resourceTypes);
        transforms = List.copyOf(transforms);
    }

    /** A parameter of the template. */
    public record DeclaredParameter(String name, String type, Optional<String> defaultValue) {}

    /** @throws CloudFormationException if the text is no template */
    public static TemplateSummary of(String text) {
        Template template = Template.parse(text);
        return new TemplateSummary(
                template.description(),
                template.parameters().values().stream()
                        .map(parameter ->
                                new DeclaredParameter(parameter.name(), parameter.type(), parameter.defaultValue()))
                        .toList(),
                template.resources().values().stream()
                        .map(Resource::type)
                        .distinct()
                        .sorted()
                        .toList(),
                template.transforms());
    }
}
