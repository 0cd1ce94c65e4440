package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.condition;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.isList;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code Fn::If}, and the functions that conditions are made of. */
final class ConditionFunctions {
    private static final int MAX_OPERANDS = 10;
    private static final String OPERANDS = " object requires a list of at least 2 and at most 10 boolean parameters.";

    static final List<IntrinsicFunction> ALL = List.of(
            value(
                    "Fn::If",
                    argument -> isList(argument, 3, 3) && argument.path(0).isTextual(),
                    "Template error: Fn::If requires a list argument with three elements",
                    (argument, intrinsics) -> intrinsics.resolve(chosen(argument, intrinsics.scope()))),
            condition(
                    "Fn::Equals",
                    argument -> isList(argument, 2, 2),
                    "Template error: every Fn::Equals object requires a list of 2 string parameters.",
                    (argument, intrinsics) -> Json.bool(
                            Json.same(intrinsics.resolve(argument.path(0)), intrinsics.resolve(argument.path(1))))),
            condition(
                    "Fn::And",
                    argument -> isList(argument, 2, MAX_OPERANDS),
                    "Template error: every Fn::And" + OPERANDS,
                    (argument, intrinsics) ->
                            Json.bool(Json.items(argument).stream().allMatch(intrinsics::test))),
            condition(
                    "Fn::Or",
                    argument -> isList(argument, 2, MAX_OPERANDS),
                    "Template error: every Fn::Or" + OPERANDS,
                    (argument, intrinsics) ->
                            Json.bool(Json.items(argument).stream().anyMatch(intrinsics::test))),
            condition(
                    "Fn::Not",
                    argument -> isList(argument, 1, 1),
                    "Template error: every Fn::Not object requires one boolean parameter.",
                    (argument, intrinsics) -> Json.bool(!intrinsics.test(argument.path(0)))));

    private ConditionFunctions() {}

    /** The branch of a {@code Fn::If}. */
    static JsonNode chosen(JsonNode argument, Scope scope) {
        return scope.condition(argument.path(0).asText()) ? argument.path(1) : argument.path(2);
    }
}
