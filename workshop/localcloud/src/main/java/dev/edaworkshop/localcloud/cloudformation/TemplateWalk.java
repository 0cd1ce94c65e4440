package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.cloudformation.Intrinsics.Call;
import java.util.Optional;

/** Goes through a value of a template and shows a visitor what it consists of. */
final class TemplateWalk {
    private TemplateWalk() {}

    /** Locations look as in AWS's own messages: {@code /Resources/Inventory/Properties/VisibilityTimeout}. */
    interface Visitor {
        /** Before what is within the argument. */
        void call(Call call, String location);

        default void text(String text, String location) {}

        /** An object that is no call, before what is within. */
        default void object(JsonNode object, String location) {}
    }

    static void walk(JsonNode node, String location, Visitor visitor) {
        Optional<Call> call = Intrinsics.call(node);
        if (call.isPresent()) {
            visitor.call(call.get(), location);
            walkArgument(call.get().argument(), location, visitor);
        } else if (node.isTextual()) {
            visitor.text(node.asText(), location);
        } else {
            showObject(node, location, visitor);
            Json.map(node, (name, value) -> {
                walk(value, location + "/" + name, visitor);
                return value;
            });
        }
    }

    /** What is within an argument has the location of the call: that is where a reader looks for it. */
    private static void walkArgument(JsonNode argument, String location, Visitor visitor) {
        if (argument.isContainerNode() && Intrinsics.call(argument).isEmpty()) {
            showObject(argument, location, visitor);
            argument.forEach(item -> walkArgument(item, location, visitor));
        } else {
            walk(argument, location, visitor);
        }
    }

    private static void showObject(JsonNode node, String location, Visitor visitor) {
        if (node.isObject()) {
            visitor.object(node, location);
        }
    }
}
