package dev.edaworkshop.localcloud.cloudformation;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** What the stacks of an account offer to each other. */
final class Exports {
    private final Supplier<Collection<Stack>> stacks;

    Exports(Supplier<Collection<Stack>> stacks) {
        this.stacks = stacks;
    }

    /** The value that some stack exports under a name. */
    Optional<String> exported(String name) {
        return stacks.get().stream()
                .flatMap(stack -> Optional.ofNullable(stack.exports().get(name)).stream())
                .findFirst();
    }

    /** The name of the stack that exports something under a name. */
    Optional<String> exporter(String name) {
        return stacks.get().stream()
                .filter(stack -> stack.exports().containsKey(name))
                .map(Stack::name)
                .findFirst();
    }

    /** The name of a stack that imports the value, and so keeps it from being changed. */
    Optional<String> importer(String name) {
        return stacks.get().stream()
                .filter(stack -> stack.imports(name))
                .map(Stack::name)
                .findFirst();
    }

    Optional<String> output(String stackName, String key) {
        return stacks.get().stream()
                .filter(stack -> stack.name().equals(stackName))
                .flatMap(stack -> stack.output(key).stream())
                .findFirst();
    }
}
