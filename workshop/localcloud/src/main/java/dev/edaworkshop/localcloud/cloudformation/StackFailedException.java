package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.stream.Collectors;

/** A deployment or a deletion began and failed; a failed deployment has been rolled back. */
public final class StackFailedException extends CloudFormationException {
    private static final long serialVersionUID = 1;

    private final transient Stack stack;

    StackFailedException(Stack stack, List<StackEvent> failures) {
        super("ValidationError", describe(stack, failures));
        this.stack = stack;
    }

    StackFailedException(Stack stack, StackEvent failure, Throwable cause) {
        this(stack, List.of(failure));
        initCause(cause);
    }

    /** The stack as it is now; its events tell the whole story. */
    public Stack stack() {
        return stack;
    }

    private static String describe(Stack stack, List<StackEvent> failures) {
        String outcome =
                switch (stack.status()) {
                    case ROLLBACK_COMPLETE -> "was not created; what had been created is deleted again";
                    case UPDATE_ROLLBACK_COMPLETE -> "was not updated; it is as it was before";
                    case ROLLBACK_FAILED, UPDATE_ROLLBACK_FAILED -> "could not even be rolled back; delete it";
                    default -> "was not deleted as a whole; what is listed is still there. Delete it again";
                };
        return failures.stream()
                .map(StackFailedException::describe)
                .collect(Collectors.joining(
                        "", "Stack %s %s (%s).".formatted(stack.name(), outcome, stack.status()), ""));
    }

    private static String describe(StackEvent failure) {
        return "\n  "
                + (failure.isAboutStack()
                        ? failure.reason()
                        : "%s (%s) %s: %s"
                                .formatted(failure.logicalId(), failure.type(), failure.status(), failure.reason()));
    }
}
