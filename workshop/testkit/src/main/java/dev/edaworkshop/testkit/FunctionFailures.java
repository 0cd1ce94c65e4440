package dev.edaworkshop.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check is told of functions that failed by themselves; one that fails on purpose is no news. */
final class FunctionFailures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 2;
    private static final int FRAMES = 2;
    private static final String LABS = "dev.edaworkshop.lab";

    private FunctionFailures() {}

    /**
     * One line or more for each function that failed, in the order in which they began to.
     *
     * @param reportsExpected whether what a function reported as failed, without failing itself, is no news
     */
    static List<String> of(DeployedLab lab, boolean reportsExpected) {
        Map<String, Failures> failures = new LinkedHashMap<>();
        for (Hop hop : lab.journal()) {
            if (hop.kind() == Hop.Kind.THREW
                    && !onPurpose(hop)
                    && !(reportsExpected && isReport(hop))
                    && !lab.expectedToFail().contains(name(hop.from()))) {
                failures.merge(hop.from(), new Failures(1, hop), Failures::and);
            }
        }
        return failures.entrySet().stream()
                .limit(MOST)
                .map(function -> line(name(function.getKey()), function.getValue(), lab))
                .toList();
    }

    private static boolean onPurpose(Hop hop) {
        return hop.reason().contains(DeployedLab.Fault.MESSAGE) || hop.payload().contains(DeployedLab.Fault.MESSAGE);
    }

    /** The function returned, and said which of its records or messages it could not deal with. */
    private static boolean isReport(Hop hop) {
        return json(hop.payload()).has("batchItemFailures");
    }

    private static String line(String function, Failures failures, DeployedLab lab) {
        List<String> printed = lab.printed(function);
        String frames = frames(failures.first());
        return "Why: function %s failed %s: %s%s%s"
                .formatted(
                        function,
                        failures.count() == 1 ? "once" : failures.count() + " times",
                        failures.first().reason(),
                        frames,
                        printed.isEmpty()
                                ? ""
                                : (frames.isEmpty() ? ". " : "\n  ") + "The last it printed:\n    "
                                        + printed.getLast());
    }

    /** Where in the lab it arose. */
    private static String frames(Hop failure) {
        StringBuilder frames = new StringBuilder();
        int left = FRAMES;
        for (JsonNode frame : json(failure.payload()).path("stackTrace")) {
            if (frame.asText().startsWith(LABS) && left-- > 0) {
                frames.append("\n    at ").append(frame.asText());
            }
        }
        return frames.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private record Failures(int count, Hop first) {
        Failures and(Failures later) {
            return new Failures(count + later.count, first);
        }
    }
}
