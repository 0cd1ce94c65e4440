package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.extension;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.isList;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.listOrCall;
import static dev.edaworkshop.localcloud.cloudformation.IntrinsicFunction.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions that make lists or choose from them, or from the mappings. */
final class ListFunctions {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    static final List<IntrinsicFunction> ALL = List.of(
            value(
                    "Fn::Select",
                    ListFunctions::isSelection,
                    "Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
                    ListFunctions::select),
            value(
                    "Fn::FindInMap",
                    argument -> isList(argument, 3, 4)
                            && Json.items(argument).stream().limit(3).allMatch(IntrinsicFunction::textOrCall),
                    "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and"
                            + " the attribute for return value",
                    ListFunctions::findInMap),
            value(
                    "Fn::GetAZs",
                    IntrinsicFunction::textOrCall,
                    "Template error: every Fn::GetAZs object must have a String-typed value.",
                    ListFunctions::availabilityZones),
            value(
                    "Fn::Cidr",
                    argument -> isList(argument, 2, 3),
                    "Template error: every Fn::Cidr object requires two or three parameters, (1) an address block, (2)"
                            + " the number of blocks and (3) the number of host bits of each",
                    ListFunctions::cidr),
            extension(
                    "Fn::Length",
                    IntrinsicFunction::listOrCall,
                    "Template error: every Fn::Length object requires a list",
                    (argument, intrinsics) ->
                            Json.number(intrinsics.list(argument).size())));

    private ListFunctions() {}

    private static boolean isSelection(JsonNode argument) {
        JsonNode index = argument.path(0);
        return isList(argument, 2, 2)
                && (INDEX.matcher(index.asText()).matches()
                        || Intrinsics.call(index).isPresent())
                && listOrCall(argument.path(1));
    }

    private static JsonNode select(JsonNode argument, Intrinsics intrinsics) {
        String index = intrinsics.text(argument.path(0));
        List<JsonNode> items = intrinsics.list(argument.path(1));
        if (!INDEX.matcher(index).matches() || Integer.parseInt(index) >= items.size()) {
            throw validationError("Template error: Fn::Select  cannot select nonexistent value at index " + index);
        }
        return items.get(Integer.parseInt(index));
    }

    private static JsonNode findInMap(JsonNode argument, Intrinsics intrinsics) {
        String map = intrinsics.text(argument.path(0));
        String key = intrinsics.text(argument.path(1));
        String attribute = intrinsics.text(argument.path(2));
        JsonNode found = intrinsics.scope().mappings().path(map).path(key).path(attribute);
        JsonNode fallback = argument.path(3).path("DefaultValue");
        if (found.isMissingNode() && fallback.isMissingNode()) {
            throw validationError("Template error: Unable to get mapping for " + map + "::" + key + "::" + attribute);
        }
        return found.isMissingNode() ? intrinsics.resolve(fallback) : found;
    }

    private static JsonNode availabilityZones(JsonNode argument, Intrinsics intrinsics) {
        String given = intrinsics.text(argument);
        String region = given.isEmpty() ? intrinsics.scope().environment().region() : given;
        return Json.texts(Stream.of("a", "b", "c").map(zone -> region + zone).toList());
    }

    private static JsonNode cidr(JsonNode argument, Intrinsics intrinsics) {
        String block = intrinsics.text(argument.path(0));
        String count = intrinsics.text(argument.path(1));
        String hostBits = argument.has(2) ? intrinsics.text(argument.path(2)) : "8";
        return Json.texts(AddressBlock.parse(block).split(count, hostBits));
    }
}
