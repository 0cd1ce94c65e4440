package dev.edaworkshop.cli.control;

import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the page works with: the labs on disk, and what runs in the cloud.
 *
 * @param lab empty in a cloud without a lab
 */
record Workplace(Project project, Account account, Optional<ResidentLab> lab) {

    /** One exercise and the lab it belongs to. */
    record Task(Lab lab, ExerciseCard card) {}

    Progress progress() {
        return new Progress(project.stateFolder(), InstantSource.system(), notice -> {});
    }

    /** @throws LabException if there is no such exercise */
    Task task(String id) {
        for (Lab one : project.labs()) {
            Optional<ExerciseCard> card = Exercises.of(one.solution()).exercise(id);
            if (card.isPresent()) {
                return new Task(one, card.get());
            }
        }
        throw new LabException(
                "There is no exercise “" + id + "”.", "None of the labs on disk has it.", "Choose one from the list.");
    }

    /** Whether the lab is the one that runs here. */
    boolean runs(Lab asked) {
        return lab.filter(running -> running.lab().equals(asked)).isPresent();
    }
}
