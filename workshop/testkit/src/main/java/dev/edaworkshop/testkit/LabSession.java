package dev.edaworkshop.testkit;

/** Where checks get their labs from: the {@code ./lab} command sets one up; in an IDE or under Maven there is one for the lab in the working directory. */
public interface LabSession {
    /** Deploys the lab into a fresh account. The result is AutoCloseable too, and closing it ends the account. */
    DeployedLab deploy(String exercise);

    /** The tests that the attendee wrote, if the lab asks for any. */
    OwnTests ownTests();

    /** What the learner has running; for a solution, what doing the exercise by hand has led to. */
    LearnerCloud learnerCloud(String exercise);
}
