package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.edaworkshop.localcloud.cloudformation.ReferenceFunctions.Attribute;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that a template may refer to: pseudo parameters, parameters, mappings, conditions, resources, other stacks. */
final class Scope {
    static final String NO_VALUE = "AWS::NoValue";

    private final Template template;
    private final Environment environment;
    private final Exports exports;
    private final Map<String, JsonNode> values;
    private final Function<String, Optional<DeployedResource>> resources;
    private final Map<String, Boolean> conditions = new HashMap<>();
    private final Set<String> conditionsInEvaluation = new TreeSet<>();

    private Scope(
            Template template,
            Environment environment,
            Exports exports,
            Map<String, JsonNode> values,
            Function<String, Optional<DeployedResource>> resources) {
        this.template = template;
        this.environment = environment;
        this.exports = exports;
        this.values = values;
        this.resources = resources;
    }

    /**
     * Without any resource.
     *
     * @throws CloudFormationException if a parameter is unknown, has no value or a bad one
     */
    static Scope of(Template template, StackRequest request, Environment environment, Exports exports) {
        return of(template, request, environment, exports, name -> null);
    }

    /**
     * As {@link #of(Template, StackRequest, Environment, Exports)}.
     *
     * @param store gives the values of Systems Manager's parameters; null for one that does not exist
     */
    static Scope of(
            Template template,
            StackRequest request,
            Environment environment,
            Exports exports,
            UnaryOperator<@Nullable String> store) {
        Map<String, JsonNode> values = new HashMap<>(pseudoParameters(request.stackName(), environment));
        values.putAll(parameters(template, request.parameters(), store));
        return new Scope(template, environment, exports, values, id -> Optional.empty());
    }

    /** The same, with resources that exist. */
    Scope with(Function<String, Optional<DeployedResource>> deployed) {
        return new Scope(template, environment, exports, values, deployed);
    }

    Environment environment() {
        return environment;
    }

    JsonNode mappings() {
        return template.mappings();
    }

    /** Whether a name stands for a parameter or a pseudo parameter. */
    boolean hasValue(String name) {
        return values.containsKey(name);
    }

    boolean hasCondition(String name) {
        return template.conditions().containsKey(name);
    }

    /** What {@code Ref} yields. */
    JsonNode ref(String name) {
        JsonNode value = values.get(name);
        return value != null ? value : Json.text(resource(name).physicalId());
    }

    /** What {@code Fn::GetAtt} yields. */
    String attribute(Attribute attribute) {
        String value = resource(attribute.logicalId()).attributes().get(attribute.name());
        if (value == null) {
            throw noSuchAttribute(attribute);
        }
        return value;
    }

    static CloudFormationException noSuchAttribute(Attribute attribute) {
        return validationError("Template error: resource %s does not support attribute type %s in Fn::GetAtt"
                .formatted(attribute.logicalId(), attribute.name()));
    }

    /** What {@code ${name}} in a {@code Fn::Sub} stands for. */
    String variable(String name) {
        if (!values.containsKey(name) && name.contains(".")) {
            return attribute(Attribute.parse(name));
        }
        JsonNode value = ref(name);
        if (!value.isValueNode()) {
            throw validationError("Template error: variable " + name + " in Fn::Sub expression is not a text");
        }
        return value.asText();
    }

    String imported(String exportName) {
        return exports.exported(exportName)
                .orElseThrow(() -> validationError("No export named " + exportName + " found."));
    }

    String stackOutput(String stackName, String outputKey) {
        return exports.output(stackName, outputKey)
                .orElseThrow(() -> validationError("Fn::GetStackOutput finds no output " + outputKey + " of a stack "
                        + stackName + ". Deploy that stack first."));
    }

    void requireOwnRegion(String region) {
        if (!region.equals(environment.region())) {
            throw validationError("Fn::GetStackOutput asks for region " + region + ", and the local cloud has "
                    + environment.region() + " only.");
        }
    }

    /** @throws CloudFormationException if the condition depends on itself or on something that does not exist */
    boolean condition(String name) {
        Boolean known = conditions.get(name);
        if (known != null) {
            return known;
        }
        JsonNode condition = template.conditions().get(name);
        if (condition == null) {
            throw validationError("Template format error: Unresolved condition dependency " + name);
        }
        if (!conditionsInEvaluation.add(name)) {
            throw validationError("Circular dependency between conditions: " + conditionsInEvaluation);
        }
        try {
            boolean value = new Intrinsics(this).test(condition);
            conditions.put(name, value);
            return value;
        } finally {
            conditionsInEvaluation.remove(name);
        }
    }

    private DeployedResource resource(String logicalId) {
        return resources
                .apply(logicalId)
                .orElseThrow(() -> validationError(unresolved(List.of(logicalId), "Resources")));
    }

    static String unresolved(Collection<String> names, String block) {
        return "Template format error: Unresolved resource dependencies [" + String.join(", ", names) + "] in the "
                + block + " block of the template";
    }

    private static Map<String, JsonNode> pseudoParameters(String stackName, Environment environment) {
        return Map.of(
                "AWS::AccountId",
                Json.text(environment.accountId()),
                "AWS::NotificationARNs",
                Json.texts(List.of()),
                NO_VALUE,
                MissingNode.getInstance(),
                "AWS::Partition",
                Json.text(Environment.PARTITION),
                "AWS::Region",
                Json.text(environment.region()),
                "AWS::StackId",
                Json.text(Stack.id(environment, stackName)),
                "AWS::StackName",
                Json.text(stackName),
                "AWS::URLSuffix",
                Json.text(Environment.URL_SUFFIX));
    }

    private static Map<String, JsonNode> parameters(
            Template template, Map<String, String> given, UnaryOperator<@Nullable String> store) {
        Map<String, Parameter> declared = template.parameters();
        refuse(given.keySet(), name -> !declared.containsKey(name), "do not exist in the template");
        Map<String, String> chosen = new HashMap<>(given);
        declared.values()
                .forEach(parameter ->
                        parameter.defaultValue().ifPresent(value -> chosen.putIfAbsent(parameter.name(), value)));
        refuse(declared.keySet(), name -> !chosen.containsKey(name), "must have values");
        Map<String, JsonNode> values = new HashMap<>();
        declared.forEach(
                (name, parameter) -> values.put(name, parameter.valueOf(chosen.getOrDefault(name, ""), store)));
        return values;
    }

    private static void refuse(Set<String> names, Predicate<String> refused, String because) {
        List<String> found = names.stream().filter(refused).sorted().toList();
        if (!found.isEmpty()) {
            throw validationError("Parameters: [" + String.join(", ", found) + "] " + because);
        }
    }
}
