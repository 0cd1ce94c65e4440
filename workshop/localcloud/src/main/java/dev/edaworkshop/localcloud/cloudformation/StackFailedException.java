package dev.edaworkshop.localcloud.cloudformation;

/** A stack did not come up and was rolled back. */
public final class StackFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StackFailedException(
            String stackName, String logicalId, String type, StackStatus rolledBackTo, RuntimeException cause) {
        super(
                "Stack %s was rolled back (%s): resource %s (%s) failed: %s"
                        .formatted(stackName, rolledBackTo, logicalId, type, cause.getMessage()),
                cause);
    }
}
