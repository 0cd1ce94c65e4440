package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.util.Set;

/** Hears how rounds go; never of a round that a later save has superseded. Called on one thread at a time. */
public interface RoundListener {
    /** @param changed relative to the lab's folder; empty if nobody saved anything, as at the beginning */
    void started(Set<Path> changed);

    void verdict(Verdict verdict);

    /** The lab could not be checked: it does not compile, synthesize or deploy. */
    void failed(LabException trouble);

    /** @param timings of the whole round */
    void finished(Timings timings);
}
