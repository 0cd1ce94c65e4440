package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.ExerciseId;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.LabId;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.project.Selection;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attendee chose in one lab: some exercises, or the lab as a whole.
 *
 * @param exercises their ids, in order; all of them if the lab was chosen as a whole
 */
record Choice(Lab lab, Set<String> exercises, boolean whole) {
    private static final String RANGE = "..";

    /**
     * Reads labs, exercises and ranges of exercises.
     *
     * @param typed {@code 1}, {@code 1.2}, {@code 1.1..1.3}, several of them
     * @return one for each lab, in the order in which they were named first
     * @throws LabException if something among it does not exist
     */
    static List<Choice> parse(Project project, List<String> typed) {
        Map<Lab, Choice> choices = new LinkedHashMap<>();
        for (String word : typed) {
            Choice choice = word.contains(RANGE) ? range(project, word) : one(project, word);
            choices.merge(choice.lab(), choice, Choice::and);
        }
        return List.copyOf(choices.values());
    }

    /** Every lab as a whole. */
    static List<Choice> all(Project project) {
        return project.labs().stream().map(Choice::whole).toList();
    }

    /** The card of the exercise that was typed. */
    static ExerciseCard card(Project project, String typed) {
        Choice choice = one(project, typed);
        if (choice.whole()) {
            throw new LabException(
                    "“" + typed + "” is a lab, and this command is about one exercise.",
                    "Its exercises: " + String.join(", ", choice.exercises()) + ".",
                    "Name one of them.");
        }
        return Exercises.of(choice.lab().solution())
                .exercise(choice.exercises().iterator().next())
                .orElseThrow();
    }

    private static Choice one(Project project, String typed) {
        return switch (Selection.parse(typed)) {
            case LabId id -> whole(project.lab(id.toString()));
            case ExerciseId id -> {
                Lab lab = project.lab(String.valueOf(id.lab()));
                yield new Choice(lab, Set.of(existing(lab, id)), false);
            }
        };
    }

    private static Choice range(Project project, String typed) {
        int dots = typed.indexOf(RANGE);
        Choice from = one(project, typed.substring(0, dots));
        Choice to = one(project, typed.substring(dots + RANGE.length()));
        List<String> all = new ArrayList<>(whole(from.lab()).exercises());
        if (from.whole() || to.whole() || !from.lab().equals(to.lab())) {
            throw new LabException(
                    "“" + typed + "” is no range: it has to lead from an exercise to another one of the same lab.",
                    "This lab has " + String.join(", ", all) + ".",
                    "Write %s..%s for example.".formatted(all.getFirst(), all.getLast()));
        }
        int first = all.indexOf(from.exercises().iterator().next());
        int last = all.indexOf(to.exercises().iterator().next());
        return new Choice(from.lab(), ordered(all.subList(Math.min(first, last), Math.max(first, last) + 1)), false);
    }

    private static Choice whole(Lab lab) {
        return new Choice(
                lab,
                ordered(Exercises.of(lab.solution()).exercises().stream()
                        .map(ExerciseCard::id)
                        .toList()),
                true);
    }

    private static String existing(Lab lab, ExerciseId asked) {
        List<ExerciseId> existing = Exercises.of(lab.solution()).exercises().stream()
                .flatMap(card -> ExerciseId.parse(card.id() + "-" + card.name()).stream())
                .toList();
        ExerciseId found = Project.exercise(asked, existing);
        return found.lab() + "." + found.number();
    }

    private Choice and(Choice other) {
        Set<String> both = new LinkedHashSet<>(exercises);
        both.addAll(other.exercises);
        return new Choice(lab, both, whole || other.whole);
    }

    private static Set<String> ordered(Collection<String> ids) {
        return new LinkedHashSet<>(ids);
    }

    /** In words, {@code lab 1} or {@code 1.1 1.2}. */
    String inWords() {
        return whole ? "lab " + lab.number() : String.join(" ", exercises);
    }
}
