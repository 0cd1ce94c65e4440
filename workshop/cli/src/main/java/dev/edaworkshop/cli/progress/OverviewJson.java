package dev.edaworkshop.cli.progress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.progress.Overview.LabOverview;
import dev.edaworkshop.cli.progress.Overview.Standing;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import java.util.Optional;

/** The labs and where the attendee stands, for programs: an array with one object for each lab. */
public final class OverviewJson {
    private OverviewJson() {}

    public static ArrayNode write(Overview overview) {
        Optional<String> next = overview.next().map(ExerciseCard::id);
        ArrayNode array = Json.array();
        for (LabOverview lab : overview.labs()) {
            ObjectNode entry = array.addObject()
                    .put("lab", lab.lab().number())
                    .put("name", lab.lab().folderName())
                    .put("title", lab.content().lab().title())
                    .put("guide", lab.content().lab().guide())
                    .put("starter", lab.lab().starter().toString())
                    .put("solution", lab.lab().solution().toString())
                    .put("solved", lab.solved());
            ArrayNode exercises = entry.putArray("exercises");
            for (Standing one : lab.exercises()) {
                exercises.add(write(one)
                        .put("next", next.equals(Optional.of(one.card().id()))));
            }
        }
        return array;
    }

    private static ObjectNode write(Standing one) {
        ExerciseProgress progress = one.progress();
        ObjectNode json = Json.object()
                .put("id", one.card().id())
                .put("name", one.card().name())
                .put("title", one.card().title())
                .put("goal", one.card().goal().strip())
                .put("anchor", one.card().guide())
                .put("minutes", one.card().minutes())
                .put("state", progress.state().word())
                .put("words", progress.inWords())
                .put("mistake", progress.mistake().orElse(""))
                .put("attempts", progress.attempts())
                .put("hintLevel", progress.hintLevel())
                .put("solutionShown", progress.solutionShown());
        progress.changed().ifPresent(when -> json.put("changedAt", when.toString()));
        progress.solved().ifPresent(when -> json.put("solvedAt", when.toString()));
        return json;
    }
}
