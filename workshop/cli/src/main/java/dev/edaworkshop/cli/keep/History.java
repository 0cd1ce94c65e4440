package dev.edaworkshop.cli.keep;

import java.util.List;

/**
 * The steps so far.
 *
 * @param steps oldest first
 * @param undoable the numbers of those that undo takes back, in that order
 */
public record History(List<Step> steps, List<Integer> undoable) {
    public History {
        steps = List.copyOf(steps);
        undoable = List.copyOf(undoable);
    }
}
