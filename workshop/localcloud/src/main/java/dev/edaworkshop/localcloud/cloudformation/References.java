package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a part of a template refers to, found without resolving anything.
 *
 * @param names logical ids and parameters, pseudo parameters included
 * @param unknownFunctions names of functions that are not supported
 * @param dynamicReferences such as <code>{{resolve:ssm:…}}</code>
 */
record References(Set<String> names, Set<String> unknownFunctions, Set<String> dynamicReferences) {

    static References of(JsonNode node) {
        References references = new References(new LinkedHashSet<>(), new TreeSet<>(), new TreeSet<>());
        references.collect(node);
        return references;
    }

    private void collect(JsonNode node) {
        if (node instanceof ObjectNode object && Intrinsics.isFunction(object)) {
            String function = object.fieldNames().next();
            collect(function, object.get(function));
        } else if (node.isTextual() && node.asText().contains("{{resolve:")) {
            dynamicReferences.add(node.asText());
        } else {
            node.forEach(this::collect);
        }
    }

    private void collect(String function, JsonNode argument) {
        switch (function) {
            case "Ref" -> names.add(argument.asText());
            case "Fn::GetAtt" -> names.add(Intrinsics.getAttPath(argument).getFirst());
            case "Fn::Sub" -> {
                List<String> variables = Intrinsics.subVariables(argument);
                variables.forEach(variable -> names.add(variable.split("\\.", 2)[0]));
                collect(argument.path(1));
            }
            default -> {
                if (!Intrinsics.SUPPORTED.contains(function)) {
                    unknownFunctions.add(function);
                }
                collect(argument);
            }
        }
    }
}
