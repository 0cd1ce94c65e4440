package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.testkit.exercises.ExerciseCard.Hints;
import dev.edaworkshop.testkit.exercises.ExerciseCard.StarterRed;
import dev.edaworkshop.testkit.exercises.ExerciseCard.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code exercises.yaml} and notes everything that is wrong with it. */
final class ExercisesReader {

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Path labFolder;

    /** @param labFolder where the checks of the exercises are */
    ExercisesReader(Path labFolder) {
        this.labFolder = labFolder;
    }

    /** What was found to be wrong by {@link #read}; empty if nothing was. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    Exercises read(JsonNode yaml) {
        Section file = new Section("file", yaml, problems);
        LabCard lab = lab(file.section("lab", "lab"));
        List<ExerciseCard> exercises =
                file.each("exercises", node -> "exercise " + node.path("id").asText("?"), this::exercise);
        if (exercises.isEmpty()) {
            file.problem("there are no exercises");
        }
        file.refuseOthers();
        return new Exercises(lab, exercises);
    }

    private static LabCard lab(Section lab) {
        LabCard card = new LabCard(
                lab.number("id"),
                lab.text("name"),
                lab.text("title"),
                lab.text("guide"),
                lab.text("stack"),
                lab.text("app"),
                lab.textsByName("programs"));
        lab.refuseOthers();
        return card;
    }

    private ExerciseCard exercise(Section exercise) {
        ExerciseCard card = new ExerciseCard(
                exercise.text("id"),
                exercise.text("name"),
                exercise.text("title"),
                exercise.text("guide"),
                exercise.number("minutes"),
                exercise.text("check"),
                exercise.text("goal"),
                exercise.texts("actions"),
                starterRed(exercise.section("starter", "the exercise's starter")),
                hints(exercise.section("hints", "the exercise's hints")),
                exercise.each("mistakes", node -> "mistake " + node.path("key").asText("?"), ExercisesReader::mistake),
                exercise.each("also-right", node -> "a variant that is also right", ExercisesReader::variant));
        judge(card, exercise);
        return card;
    }

    private void judge(ExerciseCard card, Section exercise) {
        if (!ids.add(card.id())) {
            exercise.problem("the id is given twice");
        }
        if (card.mistakes().size() < 2) {
            exercise.problem("it has %d mistakes; at least 2 are needed"
                    .formatted(card.mistakes().size()));
        }
        List<String> keys = card.mistakes().stream().map(Mistake::key).toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            exercise.problem("a mistake's key is given twice in " + keys);
        }
        if (!keys.contains(card.starter().mistake())) {
            exercise.problem("the starter's mistake %s is none of %s"
                    .formatted(card.starter().mistake(), keys));
        }
        Path check = labFolder.resolve("src/test/java/" + card.check().replace('.', '/') + ".java");
        if (!Files.exists(check)) {
            exercise.problem("its check %s does not exist; it should be in %s".formatted(card.check(), check));
        }
    }

    private static StarterRed starterRed(Section starter) {
        StarterRed red = new StarterRed(starter.text("mistake"), starter.text("says"));
        starter.refuseOthers();
        return red;
    }

    private static Hints hints(Section section) {
        Hints hints = new Hints(section.text("pointer"), section.text("nearly"));
        section.refuseOthers();
        return hints;
    }

    private static Mistake mistake(Section mistake) {
        return new Mistake(
                mistake.text("key"),
                mistake.text("description"),
                mistake.text("question"),
                mistake.text("message"),
                patches(mistake),
                mistake.texts("actions"));
    }

    private static Variant variant(Section variant) {
        return new Variant(variant.text("description"), patches(variant));
    }

    private static List<Patch> patches(Section section) {
        return section.each(
                "patches",
                node -> "patch of " + node.path("file").asText("?"),
                patch -> new Patch(patch.text("file"), patch.exactText("replace"), patch.exactText("with")));
    }
}
