package dev.edaworkshop.testkit.run;

import java.util.List;
import java.util.Optional;

/**
 * What a check says about an exercise.
 *
 * @param exercise its id
 * @param findings one per test of the check, in the order they ran; never empty
 * @param remarks what the check has to show besides, line by line, also if it is green; mostly empty
 * @param timings of this check, without what came before it
 */
public record Verdict(String exercise, List<Finding> findings, List<String> remarks, Timings timings) {
    public Verdict {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** A verdict without remarks. */
    public Verdict(String exercise, List<Finding> findings, Timings timings) {
        this(exercise, findings, List.of(), timings);
    }

    /** A verdict of which nobody asked how long it took. */
    public Verdict(String exercise, List<Finding> findings) {
        this(exercise, findings, Timings.none());
    }

    Verdict timed(Timings took) {
        return new Verdict(exercise, findings, remarks, took);
    }

    Verdict remarking(List<String> more) {
        return new Verdict(exercise, findings, more, timings);
    }

    public boolean isGreen() {
        return findings.stream().allMatch(finding -> finding.problem().isEmpty());
    }

    /** The first thing that is wrong. */
    public Optional<Problem> firstProblem() {
        return findings.stream().flatMap(finding -> finding.problem().stream()).findFirst();
    }

    /**
     * One test of a check.
     *
     * @param test its name as a sentence
     */
    public record Finding(String test, Optional<Problem> problem) {}

    /**
     * Why a test is red.
     *
     * @param mistake the mistake's id in the lab's exercises.yaml; empty if the check did not recognise one
     * @param expected in the shop's words; empty if the check did not say
     * @param observed what was seen instead, or the failure's message
     * @param details for whoever maintains the check; empty if the check knew the reason
     */
    public record Problem(Optional<String> mistake, String expected, String observed, String details) {}
}
