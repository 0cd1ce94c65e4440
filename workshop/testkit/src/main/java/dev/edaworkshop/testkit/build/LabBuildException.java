package dev.edaworkshop.testkit.build;

/** A lab does not build; the message is for the attendee. */
public final class LabBuildException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LabBuildException(String message) {
        super(message);
    }

    LabBuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
