package dev.edaworkshop.localcloud.patterns;

/** A pattern or filter policy that AWS would refuse; the message is what AWS says after its own prefix. */
public final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidPatternException(String message) {
        super(message);
    }
}
