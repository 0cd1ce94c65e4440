package dev.edaworkshop.testkit;

import dev.edaworkshop.localcloud.journal.Hop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check is told of functions that failed by themselves; one that fails on purpose is no news. */
final class FunctionFailures {
    private static final int MOST = 2;

    private FunctionFailures() {}

    /** One line or two for each function that failed, in the order in which they began to. */
    static List<String> of(DeployedLab lab) {
        Map<String, Failures> failures = new LinkedHashMap<>();
        for (Hop hop : lab.journal()) {
            if (hop.kind() == Hop.Kind.THREW
                    && !onPurpose(hop)
                    && !lab.expectedToFail().contains(name(hop.from()))) {
                failures.merge(hop.from(), new Failures(1, hop.reason()), Failures::and);
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

    private static String line(String function, Failures failures, DeployedLab lab) {
        List<String> printed = lab.printed(function);
        return "Why: function %s failed %s: %s%s"
                .formatted(
                        function,
                        failures.count() == 1 ? "once" : failures.count() + " times",
                        failures.first(),
                        printed.isEmpty() ? "" : ". The last it printed:\n    " + printed.getLast());
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private record Failures(int count, String first) {
        Failures and(Failures later) {
            return new Failures(count + later.count, first);
        }
    }
}
