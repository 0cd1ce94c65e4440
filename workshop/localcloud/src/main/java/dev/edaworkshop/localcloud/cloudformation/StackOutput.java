package dev.edaworkshop.localcloud.cloudformation;

import java.util.Optional;

/**
 * An output of a stack.
 *
 * @param description empty if the template has none
 * @param exportName under which other stacks import the value
 */
public record StackOutput(String key, String value, String description, Optional<String> exportName) {}
