package dev.edaworkshop.testkit;

import dev.edaworkshop.testkit.exercises.Patch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tests that an attendee wrote, in {@code src/bites/java} of the lab: run on the solution's code, and on copies of it
 * that are wrong on purpose.
 *
 * <p>They run in a process of their own. A class whose name ends in {@code Test} is a class of tests; those with the tag
 * {@code end-to-end} run only where that is said.
 */
public interface OwnTests {
    /**
     * Runs the tests that need no network, on each variant of the code. Opening a connection fails.
     *
     * @param packages which of the solution's packages are under test, {@code dev.edaworkshop.lab5.pipeline}
     * @return a report for each variant, in their order
     * @throws dev.edaworkshop.testkit.build.LabBuildException if the tests do not compile
     * @throws Red with mistake {@code program-does-not-end} if they do not end
     */
    List<Report> run(List<String> packages, List<Variant> variants);

    /**
     * Runs the tests with the tag {@code end-to-end} on the solution's code, with the network.
     *
     * @param environment of their process
     */
    Report runEndToEnd(List<String> packages, Map<String, String> environment);

    /**
     * The solution's code, perhaps changed.
     *
     * @param patches none for the code as it is
     */
    record Variant(String name, List<Patch> patches) {
        public Variant {
            patches = List.copyOf(patches);
        }

        /** The code as it is. */
        public static Variant solution() {
            return new Variant("the solution", List.of());
        }
    }

    /**
     * What the tests said of one variant.
     *
     * @param connections what they wanted to connect to although they may not
     */
    record Report(List<Outcome> outcomes, List<String> connections) {
        public Report {
            outcomes = List.copyOf(outcomes);
            connections = List.copyOf(connections);
        }

        public Optional<Outcome> firstFailure() {
            return outcomes.stream()
                    .filter(outcome -> outcome.failure().isPresent())
                    .findFirst();
        }
    }

    /**
     * One test.
     *
     * @param test class and method, as a sentence
     * @param failure its message; empty if the test is green
     */
    record Outcome(String test, Optional<String> failure) {}
}
