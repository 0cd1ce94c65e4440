package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.extension;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.isList;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.listOrCall;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.textOrCall;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions that make texts, or take them apart. */
final class TextFunctions {
    static final List<IntrinsicFunction> ALL = List.of(
            value(
                    "Fn::Join",
                    argument -> isList(argument, 2, 2) && argument.path(0).isTextual() && listOrCall(argument.path(1)),
                    "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a"
                            + " list of strings to be joined or a function that returns a list of strings (such as"
                            + " Fn::GetAZs) to be joined.",
                    TextFunctions::join),
            value(
                    "Fn::Split",
                    argument -> isList(argument, 2, 2) && argument.path(0).isTextual() && textOrCall(argument.path(1)),
                    "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a"
                            + " string to be split or a function that returns a string to be split.",
                    TextFunctions::split),
            value(
                    "Fn::Base64",
                    IntrinsicFunction::textOrCall,
                    "Template error: every Fn::Base64 object must have a String-typed value.",
                    TextFunctions::base64),
            extension(
                    "Fn::ToJsonString",
                    argument -> argument.isContainerNode(),
                    "Template error: every Fn::ToJsonString object requires an object or an array",
                    (argument, intrinsics) ->
                            Json.text(intrinsics.resolve(argument).toString())));

    private TextFunctions() {}

    private static JsonNode join(JsonNode argument, Intrinsics intrinsics) {
        return Json.text(intrinsics.list(argument.path(1)).stream()
                .map(intrinsics::text)
                .collect(Collectors.joining(argument.path(0).asText())));
    }

    private static JsonNode split(JsonNode argument, Intrinsics intrinsics) {
        Pattern delimiter = Pattern.compile(Pattern.quote(argument.path(0).asText()));
        return Json.texts(List.of(delimiter.split(intrinsics.text(argument.path(1)), -1)));
    }

    private static JsonNode base64(JsonNode argument, Intrinsics intrinsics) {
        byte[] bytes = intrinsics.text(argument).getBytes(StandardCharsets.UTF_8);
        return Json.text(Base64.getEncoder().encodeToString(bytes));
    }
}
