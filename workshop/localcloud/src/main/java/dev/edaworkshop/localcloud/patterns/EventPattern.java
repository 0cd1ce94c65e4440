package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.MachineComplexityEvaluator;
import software.amazon.event.ruler.Ruler;

/**
 * An EventBridge event pattern.
 *
 * @param json as it was written
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">EventBridge</a>
 */
public record EventPattern(String json) {
    private static final int MAX_CHARACTERS = 2_048;

    /** Chosen by us: where AWS draws the line is not known, but its own example of a costly pattern is beyond it. */
    private static final int MAX_COMPLEXITY = 10;

    /**
     * Reads a pattern and refuses what EventBridge refuses.
     *
     * @throws InvalidPatternException with what EventBridge says after {@code Event pattern is not valid. Reason: }, such
     *     as {@code "source" must be an object or an array}
     */
    public static EventPattern parse(String json) throws InvalidPatternException {
        if (json.length() > MAX_CHARACTERS) { // in our words, AWS's are not known
            throw new InvalidPatternException(
                    "The pattern has %d characters, %d are allowed".formatted(json.length(), MAX_CHARACTERS));
        }
        boolean isJson = isJson(json);
        String problem = JsonRuleCompiler.check(json);
        if (problem != null) {
            boolean keepsLocation = !isJson || problem.startsWith("Filter is not an object");
            throw new InvalidPatternException(keepsLocation ? problem : Json.withoutLocation(problem));
        }
        if (!isJson) {
            throw new InvalidPatternException("There is more after the end of the pattern"); // the engine stops reading
        }
        if (complexity(json) > MAX_COMPLEXITY) {
            throw new InvalidPatternException("Rule is too complex - try using fewer wildcard characters or fewer"
                    + " repeating character sequences after a wildcard character");
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

    /** Why the event does not match, in one sentence; empty if it does. */
    public Optional<String> whyNot(String event) {
        return mismatch(event).map(Mismatch::sentence);
    }

    /** What keeps the event from matching; empty if nothing does. */
    public Optional<Mismatch> mismatch(String event) {
        return matches(event) ? Optional.empty() : Optional.of(explained(event));
    }

    private Mismatch explained(String event) {
        return new Explainer(json)
                .explain(event)
                .orElseGet(() -> Mismatch.ofWhole("the pattern does not match: " + json));
    }

    private static boolean isJson(String text) {
        try {
            Json.read(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static int complexity(String json) {
        GenericMachine<String> machine = GenericMachine.<String>builder().build();
        try {
            machine.addRule("pattern", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return machine.evaluateComplexity(new MachineComplexityEvaluator(MAX_COMPLEXITY + 1));
    }
}
