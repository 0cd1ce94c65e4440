package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.cloudformation.Intrinsics.Call;
import dev.edaworkshop.localcloud.cloudformation.ReferenceFunctions.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where a template names a resource or a parameter, by {@code Ref}, {@code Fn::GetAtt} or {@code Fn::Sub}.
 *
 * @param attribute present if a resource's attribute is meant
 * @param location such as {@code /Outputs/Url/Value}
 */
record Reference(String name, Optional<String> attribute, String location) {
    /** All references in a value of a template, in order; calls that are not well formed are passed over. */
    static List<Reference> in(JsonNode value, String location) {
        List<Reference> found = new ArrayList<>();
        TemplateWalk.walk(value, location, (call, at) -> of(call, at).forEach(found::add));
        return found;
    }

    /** Names of pseudo parameters are references, too. */
    private static Stream<Reference> of(Call call, String location) {
        JsonNode argument = call.argument();
        if (!isReference(call)) {
            return Stream.empty();
        }
        return switch (call.function()) {
            case "Ref" -> Stream.of(new Reference(argument.asText(), Optional.empty(), location));
            case "Fn::GetAtt" -> Stream.of(to(Attribute.of(argument), location));
            default ->
                ReferenceFunctions.subText(argument).variables().stream()
                        .filter(name -> !argument.path(1).has(name))
                        .map(name -> ofVariable(name, location));
        };
    }

    private static boolean isReference(Call call) {
        return switch (call.function()) {
            case "Ref", "Fn::GetAtt", "Fn::Sub" -> Intrinsics.isWellFormed(call);
            default -> false;
        };
    }

    private static Reference ofVariable(String name, String location) {
        return name.contains(".")
                ? to(Attribute.parse(name), location)
                : new Reference(name, Optional.empty(), location);
    }

    private static Reference to(Attribute attribute, String location) {
        return new Reference(attribute.logicalId(), Optional.of(attribute.name()), location);
    }
}
