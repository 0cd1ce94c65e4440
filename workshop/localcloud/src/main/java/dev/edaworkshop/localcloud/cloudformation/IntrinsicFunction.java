package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * One intrinsic function, such as {@code Fn::Join}.
 *
 * @param wellFormed what can be said about its argument before anything is resolved
 * @param usage the problem with an argument that is not well formed, AWS's words
 */
record IntrinsicFunction(String name, Kind kind, Predicate<JsonNode> wellFormed, String usage, Evaluation evaluation) {
    /** Where a function may be used. */
    enum Kind {
        /** Anywhere. */
        VALUE,
        /** Anywhere in a template that says {@code "Transform": "AWS::LanguageExtensions"}. */
        LANGUAGE_EXTENSION,
        /** In the Conditions block. */
        CONDITION
    }

    /** What a function yields. */
    interface Evaluation {
        /**
         * Applies the function.
         *
         * @param argument well formed, not resolved
         */
        JsonNode apply(JsonNode argument, Intrinsics intrinsics);
    }

    static IntrinsicFunction value(String name, Predicate<JsonNode> wellFormed, String usage, Evaluation evaluation) {
        return new IntrinsicFunction(name, Kind.VALUE, wellFormed, usage, evaluation);
    }

    static IntrinsicFunction extension(
            String name, Predicate<JsonNode> wellFormed, String usage, Evaluation evaluation) {
        return new IntrinsicFunction(name, Kind.LANGUAGE_EXTENSION, wellFormed, usage, evaluation);
    }

    static IntrinsicFunction condition(
            String name, Predicate<JsonNode> wellFormed, String usage, Evaluation evaluation) {
        return new IntrinsicFunction(name, Kind.CONDITION, wellFormed, usage, evaluation);
    }

    /** A text, or a call that may yield one. */
    static boolean textOrCall(JsonNode node) {
        return node.isValueNode() || Intrinsics.call(node).isPresent();
    }

    static boolean listOrCall(JsonNode node) {
        return node.isArray() || Intrinsics.call(node).isPresent();
    }

    static boolean isList(JsonNode node, int min, int max) {
        return node.isArray() && node.size() >= min && node.size() <= max;
    }
}
