package dev.edaworkshop.cli.verdicts;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Mistake;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.util.List;
import java.util.Optional;

/** Prints verdicts for people: what was expected, what was observed instead, what to ask oneself, where to read. */
public final class VerdictPrinter {
    private final Console console;
    private final Lab lab;
    private final List<ExerciseCard> exercises;

    public VerdictPrinter(Console console, Lab lab, List<ExerciseCard> exercises) {
        this.console = console;
        this.lab = lab;
        this.exercises = exercises;
    }

    public void print(Verdict verdict) {
        ExerciseCard card = card(verdict);
        console.marked(
                verdict.isGreen() ? Mark.GOOD : Mark.BAD,
                console.style().bold("%s %s".formatted(card.id(), card.title())));
        if (verdict.isGreen()) {
            verdict.remarks().forEach(remark -> console.line("  " + remark));
            return;
        }
        for (Finding finding : verdict.findings()) {
            console.paragraph("  %s %s".formatted(finding.problem().isEmpty() ? "✓" : "✗", finding.test()));
        }
        verdict.firstProblem().ifPresent(problem -> explain(card, problem));
    }

    public void summary(List<Verdict> verdicts) {
        console.line("");
        long green = verdicts.stream().filter(Verdict::isGreen).count();
        Optional<Verdict> firstRed =
                verdicts.stream().filter(verdict -> !verdict.isGreen()).findFirst();
        if (firstRed.isPresent()) {
            console.paragraph("%d of %d green. Next: exercise %s."
                    .formatted(green, verdicts.size(), firstRed.get().exercise()));
        } else {
            console.paragraph(verdicts.size() == 1 ? "Green." : "All %d green.".formatted(verdicts.size()));
        }
    }

    private void explain(ExerciseCard card, Problem problem) {
        console.line("");
        if (!problem.expected().isEmpty()) {
            console.paragraph("  Expected: " + problem.expected());
        }
        console.paragraph("  Observed: " + problem.observed());
        Optional<Mistake> mistake = problem.mistake().flatMap(card::mistake);
        mistake.ifPresent(known -> console.advice(known.question()));
        console.advice("guide/%s.md#%s".formatted(lab.folderName(), card.guide()));
    }

    private ExerciseCard card(Verdict verdict) {
        return exercises.stream()
                .filter(exercise -> exercise.id().equals(verdict.exercise()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A verdict on an exercise that was not asked for: " + verdict));
    }
}
