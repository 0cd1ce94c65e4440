package dev.edaworkshop.testkit.synth;

/** The lab's CDK app did not synthesize; the message is for the attendee. */
public final class SynthException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SynthException(String message) {
        super(message);
    }

    SynthException(String message, Throwable cause) {
        super(message, cause);
    }
}
