package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves the intrinsic functions in a value of a template.
 *
 * <p>Inside, {@link MissingNode} is {@code AWS::NoValue}: the member or item that it would be the value of is left out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class Intrinsics {
    static final Map<String, IntrinsicFunction> FUNCTIONS = Stream.of(
                    ReferenceFunctions.ALL, TextFunctions.ALL, ListFunctions.ALL, ConditionFunctions.ALL)
            .flatMap(List::stream)
            .collect(Collectors.collectingAndThen(
                    Collectors.toMap(IntrinsicFunction::name, Function.identity(), (a, b) -> a, TreeMap::new),
                    Collections::unmodifiableMap));

    private final Scope scope;

    Intrinsics(Scope scope) {
        this.scope = scope;
    }

    /** A function applied to an argument that is not resolved yet. */
    record Call(String function, JsonNode argument) {}

    /** Present if the value is a call, of a known function or an unknown one. */
    static Optional<Call> call(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        String name = node.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::")
                ? Optional.of(new Call(name, node.path(name)))
                : Optional.empty();
    }

    /** Whether the function is known and can do something with the argument. */
    static boolean isWellFormed(Call call) {
        IntrinsicFunction function = FUNCTIONS.get(call.function());
        return function != null && function.wellFormed().test(call.argument());
    }

    /** The call of {@code Fn::If} that the value is, if it is one and its condition is known. */
    private Optional<JsonNode> conditional(JsonNode node) {
        return call(node)
                .filter(call -> call.function().equals("Fn::If"))
                .map(Call::argument)
                .filter(argument -> argument.size() == 3
                        && scope.hasCondition(argument.path(0).asText()));
    }

    Scope scope() {
        return scope;
    }

    /**
     * The value with all functions applied.
     *
     * @throws CloudFormationException if a function cannot be applied
     */
    JsonNode resolve(JsonNode node) {
        Optional<Call> call = call(node);
        return call.isPresent() ? apply(call.get()) : Json.map(node, (name, value) -> resolve(value));
    }

    ObjectNode resolveProperties(Resource resource) {
        return (ObjectNode) Json.map(resource.properties(), (name, value) -> resolve(value));
    }

    /** The value that conditions leave: {@code Fn::If} and {@code AWS::NoValue} are applied, other functions stand. */
    JsonNode prune(JsonNode node) {
        Optional<JsonNode> conditional = conditional(node);
        if (conditional.isPresent()) {
            return prune(ConditionFunctions.chosen(conditional.get(), scope));
        }
        if (node.path("Ref").asText().equals(Scope.NO_VALUE)) {
            return MissingNode.getInstance();
        }
        return Json.map(node, (name, value) -> prune(value));
    }

    /** The value as a text, also if it is a number or a boolean. */
    String text(JsonNode node) {
        JsonNode value = resolve(node);
        if (!value.isValueNode()) {
            throw validationError("Template error: " + node + " yields " + (value.isMissingNode() ? "nothing" : value)
                    + " where a text is needed");
        }
        return value.asText();
    }

    List<JsonNode> list(JsonNode node) {
        JsonNode value = resolve(node);
        if (!value.isArray()) {
            throw validationError("Template error: " + node + " yields " + value + " where a list is needed");
        }
        return Json.items(value);
    }

    /** In the Conditions block, where {@code {"Condition": "Name"}} stands for another condition. */
    boolean test(JsonNode condition) {
        if (condition.size() == 1 && condition.path("Condition").isTextual()) {
            return scope.condition(condition.path("Condition").asText());
        }
        return switch (text(condition)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw validationError("Template error: " + condition + " is neither true nor false");
        };
    }

    private JsonNode apply(Call call) {
        IntrinsicFunction function = FUNCTIONS.get(call.function());
        if (function == null) {
            throw validationError("Template error: unknown function " + call.function());
        }
        if (!function.wellFormed().test(call.argument())) {
            throw validationError(function.usage());
        }
        return function.evaluation().apply(call.argument(), this);
    }
}
