package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template whose structure is sound; what its parts refer to is not checked yet. Maps keep the template's order.
 *
 * @param transforms names of macros, such as {@code AWS::LanguageExtensions}
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 *     sections</a>
 */
record Template(
        String description,
        List<String> transforms,
        Map<String, Parameter> parameters,
        ObjectNode mappings,
        Map<String, JsonNode> conditions,
        Map<String, Resource> resources,
        Map<String, Output> outputs) {
    static final String LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions";

    Template {
        transforms = List.copyOf(transforms);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * @param text JSON, as CDK writes it
     * @throws CloudFormationException with AWS's words if it is no template
     */
    static Template parse(String text) {
        return TemplateParser.parse(text);
    }
}
