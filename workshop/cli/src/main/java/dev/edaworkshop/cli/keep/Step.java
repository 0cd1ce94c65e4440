package dev.edaworkshop.cli.keep;

import java.time.Instant;
import java.util.List;

/**
 * One change of the attendee's files, and how they were before.
 *
 * @param number grows by one with each step of a project
 * @param what the command in words, {@code reset 1.2}
 * @param of the number of the step that this one takes back; 0 if it takes back none
 * @param before every path that this step touches, as it was; sorted by path
 * @param rolledBack whether the step was interrupted, and everything put back
 */
public record Step(int number, Instant time, Kind kind, String what, int of, List<Entry> before, boolean rolledBack) {

    /** Why the files were changed. */
    public enum Kind {
        RESET,
        SOLVE,
        /** The step before was taken back. */
        UNDO,
        /** The attendee named a step whose files to put back. */
        RESTORE,
        /** A step was interrupted, and everything put back. */
        RECOVERY
    }

    public Step {
        before = List.copyOf(before);
    }

    /** Those of its paths at which somebody would miss something. */
    public List<Entry> saved() {
        return before.stream()
                .filter(entry -> entry.kind() != Entry.Kind.ABSENT && entry.kind() != Entry.Kind.FOLDER)
                .toList();
    }
}
