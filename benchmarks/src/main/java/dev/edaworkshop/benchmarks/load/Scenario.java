package dev.edaworkshop.benchmarks.load;

/** One question to an emulator, answered by a number. */
interface Scenario {
    /** Short, for the command line: {@code sns-sqs-1}. */
    String name();

    /** What the number says, with its unit: "SNS to SQS, one publisher, messages/s". */
    String question();

    /** What we want of our local cloud; see {@link #isMet}. */
    double target();

    /** Whether more is better; otherwise less is. */
    default boolean moreIsBetter() {
        return true;
    }

    default boolean isMet(double figure) {
        return moreIsBetter() ? figure >= target() : figure <= target();
    }

    /** How many threads send at the same time; the echo that the figure is compared with uses as many. */
    int threads();

    /**
     * One run, with resources of its own, which it deletes afterwards.
     *
     * @throws Exception if the emulator does not do what it should: a figure for something else would be worthless
     */
    double run(Clients clients) throws Exception;
}
