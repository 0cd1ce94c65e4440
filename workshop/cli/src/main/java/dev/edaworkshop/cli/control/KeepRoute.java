package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.keep.Change;
import dev.edaworkshop.cli.keep.Entry;
import dev.edaworkshop.cli.keep.History;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.LabEdit;
import dev.edaworkshop.cli.keep.Step;
import dev.edaworkshop.cli.keep.Taken;
import dev.edaworkshop.cli.keep.Undone;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.LabFiles;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes the attendee's files as {@code ./lab solve}, {@code reset} and {@code undo} do, with the same backups.
 *
 * <p>A GET with {@code ?do=solve&exercise=1.2} says what would be touched, without a query what was done so far; a POST
 * does it: {@code {"do": "reset", "exercise": "1.2"}}, {@code {"do": "undo"}}.
 */
final class KeepRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        Keeper keeper = new Keeper(
                workplace.project().root(), workplace.project().stateFolder(), InstantSource.system(), notice -> {});
        JsonNode wanted = PageRoute.wanted(request);
        ObjectNode answer;
        if (request.method().equals("GET")) {
            Map<String, String> query = request.query();
            answer = query.containsKey("do")
                    ? preview(keeper, edit(query.getOrDefault("do", ""), query.getOrDefault("exercise", ""), workplace))
                    : history(keeper.history());
        } else if (wanted.path("do").asText().equals("undo")) {
            answer = undo(keeper);
        } else {
            answer = take(
                    keeper, wanted.path("do").asText(), wanted.path("exercise").asText(), workplace);
        }
        PageRoute.json(response, answer);
    }

    private static LabEdit edit(String what, String exercise, Workplace workplace) throws IOException {
        Workplace.Task task = workplace.task(exercise);
        LabEdit edit = new LabEdit(task.lab().starter(), LabFiles.of(task.lab().solution()));
        return switch (what) {
            case "solve" -> edit.solve(Set.of(exercise));
            case "reset" -> edit.reset(Set.of(exercise));
            default -> throw new IllegalArgumentException("solve, reset or undo, not " + what);
        };
    }

    private static ObjectNode preview(Keeper keeper, LabEdit edit) {
        ObjectNode answer = Json.object();
        addChanges(answer.putArray("changes"), keeper.preview(edit.goals()), edit.remarks());
        return answer;
    }

    private static ObjectNode take(Keeper keeper, String what, String exercise, Workplace workplace)
            throws IOException {
        LabEdit edit = edit(what, exercise, workplace);
        boolean solve = what.equals("solve");
        Optional<Taken> taken = keeper.take(
                new Keeper.Purpose(solve ? Step.Kind.SOLVE : Step.Kind.RESET, what + " " + exercise), edit.goals());
        if (solve) {
            workplace.progress().solutionShown(List.of(exercise));
        }
        ObjectNode answer = Json.object();
        ArrayNode changes = answer.putArray("changes");
        taken.ifPresent(done -> {
            addChanges(changes, done.changes(), edit.remarks());
            answer.set("step", step(done.step()));
        });
        return answer;
    }

    private static ObjectNode undo(Keeper keeper) {
        ObjectNode answer = Json.object();
        ArrayNode changes = answer.putArray("changes");
        Optional<Undone> undone = keeper.undo(Optional.empty());
        undone.ifPresent(done -> {
            addChanges(changes, done.taken().changes(), Map.of());
            answer.set("undone", step(done.target()));
        });
        return answer;
    }

    private static ObjectNode history(History history) {
        ObjectNode answer = Json.object();
        ArrayNode steps = answer.putArray("steps");
        history.steps().forEach(one -> steps.add(step(one)));
        history.undoable().stream()
                .findFirst()
                .flatMap(number -> history.steps().stream()
                        .filter(one -> one.number() == number)
                        .findFirst())
                .ifPresent(next -> answer.set("next", step(next)));
        return answer;
    }

    private static ObjectNode step(Step step) {
        return Json.object()
                .put("number", step.number())
                .put("what", step.what())
                .put("time", step.time().toString());
    }

    private static void addChanges(ArrayNode array, List<Change> changes, Map<String, String> remarks) {
        changes.stream().filter(change -> change.after() != Entry.Kind.FOLDER).forEach(change -> array.addObject()
                .put("verb", change.verb())
                .put("path", change.path())
                .put("remark", Optional.ofNullable(remarks.get(change.path())).orElse("")));
    }
}
