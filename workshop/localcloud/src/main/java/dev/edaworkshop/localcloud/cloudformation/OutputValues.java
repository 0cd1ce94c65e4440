package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Resolves the outputs of a stack, and protects those that other stacks import. */
final class OutputValues {
    private final LiveTemplate template;
    private final Exports exports;

    OutputValues(LiveTemplate template, Exports exports) {
        this.template = template;
        this.exports = exports;
    }

    /** @param scope with all resources of the stack */
    List<StackOutput> resolve(Scope scope) {
        Intrinsics intrinsics = new Intrinsics(scope);
        // The URL of an API is composed by the template, of its id and AWS's domain; people and programs call it.
        UnaryOperator<String> localized = scope.environment().localized();
        return template.outputs().values().stream()
                .map(output -> new StackOutput(
                        output.key(),
                        localized.apply(text(output, intrinsics)),
                        output.description(),
                        output.exportName().map(intrinsics::text)))
                .toList();
    }

    private static String text(Output output, Intrinsics intrinsics) {
        JsonNode value = intrinsics.resolve(output.value());
        if (!value.isValueNode()) {
            throw validationError("Template format error: Output " + output.key()
                    + " is malformed. The Value field of every Outputs member must evaluate to a String.");
        }
        return value.asText();
    }

    /**
     * Refuses names that another stack exports, and the loss of an export that another stack imports.
     *
     * @param scope without resources
     * @param former exports of the stack, name to value
     */
    void checkNames(Scope scope, Map<String, String> former) {
        Set<String> names = new HashSet<>();
        template.outputs().values().forEach(output -> output.exportName()
                .map(new Intrinsics(scope)::text)
                .ifPresent(names::add));
        for (String name : names) {
            exports.exporter(name).filter(stack -> !former.containsKey(name)).ifPresent(stack -> {
                throw validationError("Export with name " + name + " is already exported by stack " + stack + ".");
            });
        }
        requireUnused(
                former.keySet().stream().filter(name -> !names.contains(name)).toList(), "deleted");
    }

    /** Refuses a new value for an export that another stack imports. */
    void checkValues(List<StackOutput> values, Map<String, String> former) {
        requireUnused(
                values.stream()
                        .filter(output -> output.exportName()
                                .filter(former::containsKey)
                                .map(former::get)
                                .filter(value -> !value.equals(output.value()))
                                .isPresent())
                        .map(output -> output.exportName().orElseThrow())
                        .toList(),
                "updated");
    }

    private void requireUnused(Collection<String> names, String verb) {
        requireUnused(exports, names, verb);
    }

    /** @param verb "updated" or "deleted" */
    static void requireUnused(Exports exports, Collection<String> names, String verb) {
        names.stream().sorted().forEach(name -> exports.importer(name).ifPresent(importer -> {
            throw validationError("Export " + name + " cannot be " + verb + " as it is in use by " + importer + ".");
        }));
    }
}
