package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where an attendee is in a lab: which exercises are green, by the last verdict of this session, or by an earlier one if
 * this session has not checked them yet. One thread at a time.
 */
public final class Course {
    private final List<ExerciseCard> exercises;
    private final Set<String> solvedBefore;
    private final Consumer<Verdict> record;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Set<String> everGreen;
    private Optional<String> chosen = Optional.empty();

    /**
     * A course that begins at the beginning, and that nobody remembers.
     *
     * @param exercises of one lab, in order; at least one
     */
    public Course(List<ExerciseCard> exercises) {
        this(exercises, Set.of(), verdict -> {});
    }

    private Course(List<ExerciseCard> exercises, Set<String> solvedBefore, Consumer<Verdict> record) {
        this.exercises = List.copyOf(exercises);
        this.solvedBefore = Set.copyOf(solvedBefore);
        this.record = record;
        everGreen = new HashSet<>(solvedBefore);
    }

    /** A course that goes on where the attendee was, and keeps the record up to date. */
    static Course of(List<ExerciseCard> exercises, Progress progress) {
        Set<String> solved = exercises.stream()
                .map(ExerciseCard::id)
                .filter(id -> progress.of(id).isSolved())
                .collect(Collectors.toSet());
        return new Course(exercises, solved, progress::record);
    }

    /** The exercise the attendee is at: the one that was chosen, or the first that is not green, or the last. */
    public synchronized ExerciseCard current() {
        return exercises.stream()
                .filter(exercise -> chosen.isPresent() ? exercise.id().equals(chosen.get()) : !isGreen(exercise))
                .findFirst()
                .orElse(exercises.getLast());
    }

    /** Goes to an exercise, green or not; to none of this lab if there is none with this id. */
    public synchronized void choose(String id) {
        chosen = Optional.of(id).filter(wanted -> exercises.stream()
                .anyMatch(exercise -> exercise.id().equals(wanted)));
    }

    /** Goes to the exercise after the current one, green or not; after the last comes the first. */
    public synchronized ExerciseCard next() {
        int at = exercises.indexOf(current());
        ExerciseCard next = exercises.get((at + 1) % exercises.size());
        chosen = Optional.of(next.id());
        return next;
    }

    /** What a round checks after a save: the current exercise first, then what has ever been green and may not be any more. */
    public synchronized List<ExerciseCard> affected() {
        ExerciseCard current = current();
        List<ExerciseCard> affected = new ArrayList<>(List.of(current));
        exercises.stream()
                .filter(exercise -> !exercise.equals(current) && everGreen.contains(exercise.id()))
                .forEach(affected::add);
        return affected;
    }

    /** Takes a verdict; a chosen exercise that turns green is done, and the first after it that is not green is next. */
    public synchronized void record(Verdict verdict) {
        verdicts.put(verdict.exercise(), verdict);
        record.accept(verdict);
        if (verdict.isGreen()) {
            everGreen.add(verdict.exercise());
        }
        if (verdict.isGreen() && chosen.filter(verdict.exercise()::equals).isPresent()) {
            chosen = exercises.stream()
                    .dropWhile(exercise -> !exercise.id().equals(verdict.exercise()))
                    .filter(exercise -> !isGreen(exercise))
                    .map(ExerciseCard::id)
                    .findFirst();
        }
    }

    public synchronized Optional<Verdict> verdict(ExerciseCard exercise) {
        return Optional.ofNullable(verdicts.get(exercise.id()));
    }

    public synchronized boolean isGreen(ExerciseCard exercise) {
        return verdict(exercise).map(Verdict::isGreen).orElseGet(() -> solvedBefore.contains(exercise.id()));
    }

    public synchronized boolean isComplete() {
        return exercises.stream().allMatch(this::isGreen);
    }

    public List<ExerciseCard> exercises() {
        return exercises;
    }
}
