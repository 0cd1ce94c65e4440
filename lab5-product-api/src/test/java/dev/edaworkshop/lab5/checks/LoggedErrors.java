package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.DeployedLab;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the functions behind the API wrote into their logs when they failed; a client is told nothing of it. */
final class LoggedErrors {

    private static final int FRAMES = 2;

    private static final Pattern OUR_FRAME =
            Pattern.compile("\\s+at (?:\\S*/)?(dev\\.edaworkshop\\.lab5\\.(?!api\\.Edge\\.).*)");

    private final DeployedLab lab;

    LoggedErrors(DeployedLab lab) {
        this.lab = lab;
    }

    /**
     * The last exception under a correlation id, as it was logged.
     *
     * @return a stack trace; empty if there is none
     */
    String stackTrace(String correlationId) {
        if (correlationId.isEmpty()) {
            return "";
        }
        return Stream.of("StorefrontFunction", "AdminFunction")
                .flatMap(output -> lab.log(lab.output(output)).stream())
                .filter(line -> line.contains(correlationId))
                .map(line -> Announced.json(line).path("stack_trace").asText())
                .filter(trace -> !trace.isEmpty())
                .reduce("", (earlier, later) -> later);
    }

    /**
     * The same in a few lines of its own: what was thrown, where in the lab, and what was behind it.
     *
     * @return empty if there is none
     */
    String why(String correlationId) {
        List<String> trace = stackTrace(correlationId).lines().toList();
        if (trace.isEmpty()) {
            return "";
        }
        Stream<String> where = trace.stream()
                .map(OUR_FRAME::matcher)
                .filter(Matcher::matches)
                .limit(FRAMES)
                .map(frame -> "at " + frame.group(1));
        Stream<String> cause = trace.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((outer, inner) -> inner)
                .stream();
        return "\n  Why: the function failed with " + trace.getFirst()
                + Stream.concat(where, cause).map("\n    "::concat).reduce("", String::concat);
    }
}
