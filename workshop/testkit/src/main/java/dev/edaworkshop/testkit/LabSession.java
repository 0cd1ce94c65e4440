package dev.edaworkshop.testkit;

/** Where checks get their labs from: the {@code ./lab} command sets one up; in an IDE or under Maven it makes itself. */
public interface LabSession {
    /** Deploys the lab into a fresh account. The result is AutoCloseable too, and closing it ends the account. */
    DeployedLab deploy(String exercise);

    LearnerCloud learnerCloud();

    /** The session of this process. */
    static LabSession current() {
        return LabSessions.current();
    }
}
