package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.compare.CodeDiff;
import dev.edaworkshop.cli.compare.LabCode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.LabFiles;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Set;

/** Compares the code of an exercise, {@code ?exercise=1.2}, with the solution; the lines are those of a unified diff. */
final class DiffRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        Workplace.Task task = workplace.task(request.query().getOrDefault("exercise", ""));
        LabCode code = new LabCode(task.lab().starter(), LabFiles.of(task.lab().solution()), CodeDiff.plain());
        LabCode.Comparison comparison = code.of(Set.of(task.card().id()));
        ObjectNode answer = Json.object();
        comparison.lines().forEach(answer.putArray("lines")::add);
        comparison.remarks().forEach(answer.putArray("remarks")::add);
        PageRoute.json(response, answer);
    }
}
