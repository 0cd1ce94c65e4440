package dev.edaworkshop.testkit.run;

/** A part of the way from what is on disk to a verdict, in the order of the way. */
public enum Phase {
    COMPILE,
    SYNTH,
    DEPLOY,
    /** Something happened only as soon as a function's process was ready for its first event. */
    FUNCTION_START,
    /** Whatever was going to happen has happened. */
    DRAIN,
    /** The rest of a check: its stimuli, its questions, and the end of its account. */
    JUDGE
}
