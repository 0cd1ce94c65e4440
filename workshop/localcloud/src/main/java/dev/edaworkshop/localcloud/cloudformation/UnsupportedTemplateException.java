package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A template needs what the local cloud does not have. Nothing has been created. */
public final class UnsupportedTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    UnsupportedTemplateException(String stackName, List<String> problems, Set<String> deployableTypes) {
        super("""
                Stack %s cannot be deployed to the local cloud, and nothing of it has been created:
                  %s
                The local cloud deploys: %s.
                Change the stack, or deploy it to an AWS account.""".formatted(
                        stackName, String.join("\n  ", problems), String.join(", ", new TreeSet<>(deployableTypes))));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
        return problems;
    }
}
