package dev.edaworkshop.localcloud.cloudformation;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status codes</a> */
public enum StackStatus {
    CREATE_IN_PROGRESS,
    CREATE_COMPLETE,
    ROLLBACK_COMPLETE,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_ROLLBACK_COMPLETE,
    DELETE_COMPLETE
}
