package dev.edaworkshop.cli.progress;

import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every lab with its exercises, and where the attendee stands. */
public record Overview(List<LabOverview> labs) {

    /** One lab. */
    public record LabOverview(Lab lab, Exercises content, List<Standing> exercises) {
        public LabOverview {
            exercises = List.copyOf(exercises);
        }

        public long solved() {
            return exercises.stream().filter(one -> one.progress().isSolved()).count();
        }
    }

    /** One exercise. */
    public record Standing(ExerciseCard card, ExerciseProgress progress) {}

    public Overview {
        labs = List.copyOf(labs);
    }

    public static Overview of(Project project, Progress progress) {
        return new Overview(
                project.labs().stream().map(lab -> of(lab, progress)).toList());
    }

    /** Of one lab. */
    public static Overview of(Project project, String lab, Progress progress) {
        return new Overview(List.of(of(project.lab(lab), progress)));
    }

    private static LabOverview of(Lab lab, Progress progress) {
        Exercises content = Exercises.of(lab.solution());
        return new LabOverview(
                lab,
                content,
                content.exercises().stream()
                        .map(card -> new Standing(card, progress.of(card.id())))
                        .toList());
    }

    /** The first exercise that is not solved; empty if all are. */
    public Optional<ExerciseCard> next() {
        return next(exercises());
    }

    /** The first after an exercise that is not solved, or else the first before it; empty if all are. */
    public Optional<ExerciseCard> nextAfter(String exercise) {
        return next(Stream.concat(
                exercises().dropWhile(one -> !one.card().id().equals(exercise)).skip(1), exercises()));
    }

    private Stream<Standing> exercises() {
        return labs.stream().flatMap(lab -> lab.exercises().stream());
    }

    private static Optional<ExerciseCard> next(Stream<Standing> exercises) {
        return exercises
                .filter(one -> !one.progress().isSolved())
                .map(Standing::card)
                .findFirst();
    }
}
