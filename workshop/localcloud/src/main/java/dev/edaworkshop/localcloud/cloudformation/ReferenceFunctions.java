package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.isList;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.textOrCall;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Functions that refer to something: a parameter, a resource of this stack, another stack. */
final class ReferenceFunctions {
    static final List<IntrinsicFunction> ALL = List.of(
            value(
                    "Ref",
                    JsonNode::isTextual,
                    "Template format error: every Ref object must have a single String value.",
                    (argument, intrinsics) -> intrinsics.scope().ref(argument.asText())),
            value(
                    "Fn::GetAtt",
                    ReferenceFunctions::isAttribute,
                    "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and"
                            + " the resource attribute",
                    ReferenceFunctions::getAtt),
            value(
                    "Fn::Sub",
                    ReferenceFunctions::isSub,
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify"
                            + " a string as first argument, and an optional second argument to specify a mapping of"
                            + " values to replace in the string",
                    ReferenceFunctions::sub),
            value(
                    "Fn::ImportValue",
                    IntrinsicFunction::textOrCall,
                    "Template error: Fn::ImportValue requires the name of an export",
                    (argument, intrinsics) -> Json.text(intrinsics.scope().imported(intrinsics.text(argument)))),
            value(
                    "Fn::GetStackOutput",
                    ReferenceFunctions::isStackOutput,
                    "Template error: Fn::GetStackOutput requires StackName and OutputName, and optionally Region; the"
                            + " local cloud does not support RoleArn",
                    ReferenceFunctions::stackOutput));

    private static final Set<String> STACK_OUTPUT = Set.of("StackName", "OutputName", "Region");

    private ReferenceFunctions() {}

    /** A resource's attribute; of {@code Id.Some.Attribute} the id is {@code Id}. */
    record Attribute(String logicalId, String name) {
        static Attribute parse(String text) {
            int dot = text.indexOf('.');
            return new Attribute(text.substring(0, Math.max(dot, 0)), text.substring(dot + 1));
        }

        static Attribute of(JsonNode argument) {
            return argument.isTextual()
                    ? parse(argument.asText())
                    : new Attribute(argument.path(0).asText(), argument.path(1).asText());
        }
    }

    /** The text of a call of {@code Fn::Sub}. */
    static SubText subText(JsonNode argument) {
        return new SubText(argument.isArray() ? argument.path(0).asText() : argument.asText());
    }

    private static boolean isAttribute(JsonNode argument) {
        boolean texts = argument.isTextual()
                || (isList(argument, 2, 2)
                        && argument.path(0).isTextual()
                        && argument.path(1).isTextual());
        Attribute attribute = Attribute.of(argument);
        return texts && !attribute.logicalId().isEmpty() && !attribute.name().isEmpty();
    }

    private static JsonNode getAtt(JsonNode argument, Intrinsics intrinsics) {
        return Json.text(intrinsics.scope().attribute(Attribute.of(argument)));
    }

    private static boolean isSub(JsonNode argument) {
        return argument.isTextual()
                || (isList(argument, 2, 2)
                        && argument.path(0).isTextual()
                        && argument.path(1).isObject());
    }

    private static JsonNode sub(JsonNode argument, Intrinsics intrinsics) {
        JsonNode variables = argument.path(1);
        return Json.text(subText(argument)
                .fillIn(name -> variables.has(name)
                        ? intrinsics.text(variables.path(name))
                        : intrinsics.scope().variable(name)));
    }

    private static boolean isStackOutput(JsonNode argument) {
        return textOrCall(argument.path("StackName"))
                && textOrCall(argument.path("OutputName"))
                && Json.entries(argument).stream().allMatch(member -> STACK_OUTPUT.contains(member.getKey()));
    }

    private static JsonNode stackOutput(JsonNode argument, Intrinsics intrinsics) {
        String stack = intrinsics.text(argument.path("StackName"));
        String output = intrinsics.text(argument.path("OutputName"));
        if (argument.has("Region")) {
            intrinsics.scope().requireOwnRegion(intrinsics.text(argument.path("Region")));
        }
        return Json.text(intrinsics.scope().stackOutput(stack, output));
    }
}
