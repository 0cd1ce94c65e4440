package dev.edaworkshop.cli.keep;

import dev.edaworkshop.cli.keep.Keeper.Purpose;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Gives commands to the workshop, at random. */
final class Commands {
    private final SmallWorkshop workshop;
    private final Random random;

    Commands(SmallWorkshop workshop, Random random) {
        this.workshop = workshop;
        this.random = random;
    }

    /** One command; what it needs is worked out before, so that only the keeper is on the fragile disk. */
    interface Command {
        void run(Keeper keeper);
    }

    /** @param lasting whether what it does is to stay, and not to be taken back at once */
    record Named(String name, boolean lasting, Command command) {}

    Named any() throws IOException {
        String lab = SmallWorkshop.LABS.get(random.nextInt(2));
        List<String> exercises = List.copyOf(SmallWorkshop.EXERCISES.get(lab));
        String exercise = exercises.get(random.nextInt(exercises.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> take("reset " + exercise, workshop.edit(lab).reset(Set.of(exercise)).goals());
            case 2, 3 -> resetLab(lab);
            case 4 -> take("solve " + exercise, workshop.edit(lab).solve(Set.of(exercise)).goals());
            case 5 -> take("solve " + lab, workshop.edit(lab).solveAll(Set.copyOf(exercises)).goals());
            case 6 -> new Named("undo", true, keeper -> keeper.undo(Optional.empty()));
            default -> new Named("restore", true, this::restore);
        };
    }

    Named resetLab(String lab) throws IOException {
        return take("reset " + lab, workshop.edit(lab).resetAll().goals());
    }

    Named resetAll() throws IOException {
        Map<String, Goal> goals = new TreeMap<>();
        for (String lab : SmallWorkshop.LABS) {
            goals.putAll(workshop.edit(lab).resetAll().goals());
        }
        return new Named("reset all", true, take("reset all", goals).command());
    }

    private void restore(Keeper keeper) {
        List<Step> steps = keeper.history().steps();
        if (!steps.isEmpty()) {
            Step step = steps.get(random.nextInt(steps.size()));
            keeper.undo(Optional.of(String.valueOf(step.number())));
        }
    }

    private static Named take(String name, Map<String, Goal> goals) {
        return new Named(name, false, keeper -> keeper.take(new Purpose(Step.Kind.RESET, name), goals));
    }
}
