package dev.edaworkshop.cli.cloud;

/** What was being checked is no longer of interest. */
public final class RoundCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RoundCancelledException() {
        super("cancelled");
    }
}
