package dev.edaworkshop.localcloud.patterns;

import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/**
 * An EventBridge event pattern.
 *
 * @param json as it was written
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">EventBridge</a>
 */
public record EventPattern(String json) {

    /** @throws InvalidPatternException with the reason, such as {@code "source" must be an object or an array at …} */
    public static EventPattern parse(String json) throws InvalidPatternException {
        String problem = JsonRuleCompiler.check(json);
        if (problem != null) {
            throw new InvalidPatternException(problem);
        }
        return new EventPattern(json);
    }

    /** @param event the whole event as JSON */
    public boolean matches(String event) {
        try {
            return Ruler.matchesRule(event, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalArgumentException("not an event: " + event, e);
        }
    }
}
