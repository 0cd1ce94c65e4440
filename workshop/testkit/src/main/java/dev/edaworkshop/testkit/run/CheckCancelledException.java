package dev.edaworkshop.testkit.run;

/** Somebody interrupted a check, so there is no verdict. */
public final class CheckCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckCancelledException(String exercise) {
        super("The check of exercise %s was cancelled".formatted(exercise));
    }
}
