package dev.edaworkshop.localcloud.patterns;

/** A pattern or filter policy that AWS would refuse; the message is what AWS says after its own prefix. */
public final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean aboutScope;

    public InvalidPatternException(String message) {
        this(message, false);
    }

    private InvalidPatternException(String message, boolean aboutScope) {
        super(message);
        this.aboutScope = aboutScope;
    }

    static InvalidPatternException nestedInAttributeScope() {
        return new InvalidPatternException(
                "Filter policy scope MessageAttributes does not support nested filter policy", true);
    }

    /** What SNS says after {@code Invalid parameter: }; it names the parameter unless the scope is what is wrong. */
    public String parameterText() {
        return aboutScope ? text() : "FilterPolicy: " + text();
    }

    /** The message, which is never absent. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
