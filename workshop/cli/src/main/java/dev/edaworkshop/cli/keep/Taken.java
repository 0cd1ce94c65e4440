package dev.edaworkshop.cli.keep;

import java.util.List;

/** A step that was taken, and what it did; no changes if everything was so already. */
public record Taken(Step step, List<Change> changes) {
    public Taken {
        changes = List.copyOf(changes);
    }
}
