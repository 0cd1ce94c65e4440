package dev.edaworkshop.cli.keep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The steps that {@code ./lab undo} takes back, one after the other, as an editor does: a step that was taken back is
 * passed over, and one that was restored can be taken back again.
 */
final class Chain {
    private final Deque<Step> done = new ArrayDeque<>();

    private Chain() {}

    /** @param steps oldest first */
    static Chain of(List<Step> steps) {
        Chain chain = new Chain();
        for (Step step : steps) {
            if (!step.rolledBack()) {
                chain.add(step, steps);
            }
        }
        return chain;
    }

    private void add(Step step, List<Step> steps) {
        switch (step.kind()) {
            case RESET, SOLVE -> done.push(step);
            case UNDO -> done.removeIf(other -> other.number() == step.of());
            case RESTORE -> done.push(redone(step, steps).orElse(step));
            case RECOVERY -> {
                // it puts back what an interrupted step did, and that step counts for nothing
            }
        }
    }

    /** The step that counts as done again, if the restored snapshot is the one an undo took. */
    private Optional<Step> redone(Step restore, List<Step> steps) {
        return byNumber(steps, restore.of())
                .filter(restored -> restored.kind() == Step.Kind.UNDO)
                .flatMap(undo -> byNumber(steps, undo.of()))
                .filter(step -> done.stream().noneMatch(other -> other.number() == step.number()));
    }

    private static Optional<Step> byNumber(List<Step> steps, int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst();
    }

    /** What the next undo takes back; empty if there is nothing. */
    Optional<Step> next() {
        return Optional.ofNullable(done.peek());
    }

    /** The numbers of all steps that undo would take back, latest first. */
    List<Integer> numbers() {
        return done.stream().map(Step::number).collect(Collectors.toList());
    }
}
