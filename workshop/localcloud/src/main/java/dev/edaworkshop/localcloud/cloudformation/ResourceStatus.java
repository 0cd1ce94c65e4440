package dev.edaworkshop.localcloud.cloudformation;

/**
 * How a deployment of a resource goes; a stack is a resource, too, and alone has the states that begin with
 * {@code ROLLBACK} or {@code UPDATE_ROLLBACK}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status codes</a>
 */
public enum ResourceStatus {
    CREATE_IN_PROGRESS,
    CREATE_FAILED,
    CREATE_COMPLETE,
    /** A new stack failed, and what had been created is being deleted. */
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_FAILED,
    /** A new stack failed and has no resources; deploying it again begins anew. */
    ROLLBACK_COMPLETE,
    UPDATE_IN_PROGRESS,
    UPDATE_FAILED,
    /** All resources are as wanted; what is not needed any more is being deleted. */
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_FAILED,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    DELETE_IN_PROGRESS,
    DELETE_FAILED,
    /** The stack does not need the resource any more, but its deletion policy keeps it. */
    DELETE_SKIPPED,
    DELETE_COMPLETE;

    boolean isFailure() {
        return name().endsWith("_FAILED");
    }

    /** Whether nothing but deleting is possible, which a deployment does by itself. */
    boolean neverWorked() {
        return this == ROLLBACK_COMPLETE || this == ROLLBACK_FAILED;
    }

    boolean canBeUpdated() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE || this == UPDATE_ROLLBACK_COMPLETE;
    }
}
