package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.verdicts.TimingsPrinter;
import dev.edaworkshop.cli.verdicts.VerdictPrinter;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows rounds: each on a screen of its own on a terminal, one after the other elsewhere. */
final class WatchScreen implements RoundListener {
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private final Console console;
    private final Lab lab;
    private final Course course;
    private final VerdictPrinter verdicts;
    private final boolean clears;
    private final String footer;
    private Set<String> greenBefore = Set.of();
    private Optional<String> note = Optional.empty();

    /**
     * @param clears whether a round begins with an empty screen
     * @param footer what stands below a finished round; may be empty
     */
    WatchScreen(Console console, Lab lab, Course course, boolean clears, String footer) {
        this.console = console;
        this.lab = lab;
        this.course = course;
        this.clears = clears;
        this.footer = footer;
        verdicts = new VerdictPrinter(console, lab, course.exercises());
    }

    /** Keeps something for the beginning of the next round, which clears the screen. */
    synchronized void note(String text) {
        note = Optional.of(text);
    }

    private synchronized Optional<String> takeNote() {
        Optional<String> taken = note;
        note = Optional.empty();
        return taken;
    }

    @Override
    public void started(Set<Path> changed) {
        if (clears) {
            console.line(CLEAR);
        } else {
            console.line("");
        }
        takeNote().ifPresent(text -> console.marked(Mark.GOOD, text));
        greenBefore = green();
        String saved = changed.stream()
                .limit(3)
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
        console.line(console.style()
                .faint(
                        saved.isEmpty()
                                ? "Checking %s …".formatted(lab.folderName())
                                : "Saved %s%s. Checking …"
                                        .formatted(
                                                saved,
                                                changed.size() > 3
                                                        ? " and %d more".formatted(changed.size() - 3)
                                                        : "")));
    }

    @Override
    public void verdict(Verdict verdict) {
        verdicts.print(verdict);
        if (!verdict.isGreen() && greenBefore.contains(verdict.exercise())) {
            console.marked(Mark.WARNING, "Exercise %s was green before this change.".formatted(verdict.exercise()));
        }
    }

    @Override
    public void failed(LabException trouble) {
        console.failure(trouble);
        end();
    }

    @Override
    public void finished(Timings timings) {
        console.line("");
        int all = course.exercises().size();
        if (course.isComplete()) {
            console.paragraph("All %d exercises of %s are green.".formatted(all, lab.folderName()));
        } else {
            ExerciseCard next = course.current();
            console.paragraph("%d of %d green. You are at %s %s: %s"
                    .formatted(
                            green().size(),
                            all,
                            next.id(),
                            next.title(),
                            next.goal().strip()));
        }
        console.line(console.style().faint(String.format(Locale.ROOT, "%s", TimingsPrinter.line(timings))));
        end();
    }

    private void end() {
        if (!footer.isEmpty()) {
            console.line(console.style().faint(footer));
        }
    }

    private Set<String> green() {
        Set<String> green = new HashSet<>();
        course.exercises().stream().filter(course::isGreen).forEach(exercise -> green.add(exercise.id()));
        return green;
    }
}
