package dev.edaworkshop.cli.project;

import dev.edaworkshop.cli.console.LabException;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody asked for an exercise that the lab does not have. */
public final class UnknownExerciseException extends LabException {
    private static final long serialVersionUID = 1;

    UnknownExerciseException(ExerciseId asked, List<ExerciseId> existing) {
        super(
                "There is no exercise “" + asked + "”.",
                existing.isEmpty()
                        ? "Lab " + asked.lab() + " has no exercises yet."
                        : "There are: "
                                + existing.stream().map(ExerciseId::toString).collect(Collectors.joining(", ")) + ".",
                "./lab list shows every lab with its exercises.");
    }
}
