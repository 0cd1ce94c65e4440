package dev.edaworkshop.testkit;

import java.util.List;

/**
 * A check is red, for a reason that it knows.
 *
 * <p>A check that fails otherwise, with an assertion of its own, is red as well, but nobody can tell which mistake it was.
 */
public final class Red extends AssertionError {
    private static final long serialVersionUID = 1;

    /** No lab has to know this mistake: what the function said is the better question. */
    private static final String FUNCTION_FAILED = "function-failed";

    private final String mistake;
    private final String expected;
    private final String observed;
    private final boolean filtersJudged;
    private final Failures failures;

    /** Which failures of functions the check knows of itself. */
    private enum Failures {
        UNEXPECTED,
        REPORTS_EXPECTED,
        EXPECTED
    }

    private Red(String mistake, String expected, String observed, boolean filtersJudged, Failures failures) {
        super("Expected: %s%nObserved: %s".formatted(expected, observed));
        this.mistake = mistake;
        this.expected = expected;
        this.observed = observed;
        this.filtersJudged = filtersJudged;
        this.failures = failures;
    }

    /**
     * The red to throw.
     *
     * @param mistake the id that the mistake has in the lab's {@code exercises.yaml}; chosen by what was observed
     * @param expected in the shop's words
     * @param observed in the shop's words, the first thing that differed
     */
    public static Red because(String mistake, String expected, String observed) {
        return new Red(mistake, expected, observed, false, Failures.UNEXPECTED);
    }

    /**
     * The same from a check that has looked at what was filtered itself: most of it was filtered rightly, so the journal's
     * reasons for that would only distract.
     */
    public Red havingJudgedFilters() {
        return copy(mistake, observed, true, failures);
    }

    /**
     * The same from a check that gives a function something it cannot do: that it failed is then no reason for the red,
     * which keeps its mistake.
     */
    public Red withFailuresExpected() {
        return copy(mistake, observed, filtersJudged, Failures.EXPECTED);
    }

    /**
     * The same from a check that has a function report records or messages as failed: that it reported some is then no
     * reason for the red, that it threw still is.
     */
    public Red withReportsExpected() {
        return copy(mistake, observed, filtersJudged, Failures.REPORTS_EXPECTED);
    }

    boolean reportsExpected() {
        return failures == Failures.REPORTS_EXPECTED;
    }

    boolean filtersJudged() {
        return filtersJudged;
    }

    /** The same with lines added to what was observed. */
    Red with(List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        return copy(mistake, observed + "\n  " + String.join("\n  ", lines), filtersJudged, failures);
    }

    /** What matters before anything else: a function failed, whatever came of it. */
    Red becauseFunctionsFailed(List<String> lines) {
        if (lines.isEmpty()
                || failures == Failures.EXPECTED
                || mistake.equals(FUNCTION_FAILED)) { // then it is said already
            return this;
        }
        return copy(FUNCTION_FAILED, observed, filtersJudged, failures).with(lines);
    }

    private Red copy(String itsMistake, String itsObserved, boolean itsFiltersJudged, Failures itsFailures) {
        Red copy = new Red(itsMistake, expected, itsObserved, itsFiltersJudged, itsFailures);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    public String mistake() {
        return mistake;
    }

    public String expected() {
        return expected;
    }

    public String observed() {
        return observed;
    }
}
