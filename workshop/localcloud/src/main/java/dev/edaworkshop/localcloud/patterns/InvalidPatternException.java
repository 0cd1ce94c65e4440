package dev.edaworkshop.localcloud.patterns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern or filter policy that AWS would refuse; the message is what AWS says after its own prefix. */
public final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");

    private final boolean aboutScope;
    private final String place;

    public InvalidPatternException(String message) {
        this(message, message, false);
    }

    /** @param located the message with the place, where AWS leaves it out */
    InvalidPatternException(String message, String located) {
        this(message, located, false);
    }

    private InvalidPatternException(String message, String located, boolean aboutScope) {
        super(message);
        this.aboutScope = aboutScope;
        Matcher matcher = PLACE.matcher(located);
        place = matcher.find() ? "line %s, column %s".formatted(matcher.group(1), matcher.group(2)) : "";
    }

    static InvalidPatternException nestedInAttributeScope() {
        return new InvalidPatternException(
                "Filter policy scope MessageAttributes does not support nested filter policy", "", true);
    }

    /** What SNS says after {@code Invalid parameter: }; it names the parameter unless the scope is what is wrong. */
    public String parameterText() {
        return aboutScope ? text() : "FilterPolicy: " + text();
    }

    /** Where reading the pattern ended: {@code line 1, column 7}; empty if it is about no place. */
    public Optional<String> place() {
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    /** The message, which is never absent. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
