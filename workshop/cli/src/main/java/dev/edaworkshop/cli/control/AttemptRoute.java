package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.cloud.OneShot;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.verdicts.TimingsPrinter;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Mistake;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks exercises of one lab as {@code ./lab check} does, and notes the verdicts: {@code {"exercises": ["1.2"]}}.
 *
 * <p>The answer is lines of JSON: a verdict each, see {@link VerdictJson}, with the {@code question} that belongs to its
 * mistake; then {@code timings}, or {@code error} if the lab could not be checked.
 */
final class AttemptRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        List<Workplace.Task> tasks = new ArrayList<>();
        for (JsonNode id : PageRoute.wanted(request).path("exercises")) {
            tasks.add(workplace.task(id.asText()));
        }
        if (tasks.stream().map(Workplace.Task::lab).distinct().count() != 1) {
            throw new IllegalArgumentException("name exercises of one lab");
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
        try (OutputStream out = response.outputStream()) {
            attempt(tasks, workplace, line -> write(out, line));
        }
    }

    private static void attempt(List<Workplace.Task> tasks, Workplace workplace, Consumer<ObjectNode> lines) {
        Lab lab = tasks.getFirst().lab();
        List<ExerciseCard> cards = tasks.stream().map(Workplace.Task::card).toList();
        Progress progress = workplace.progress();
        List<Verdict> verdicts = new ArrayList<>();
        try {
            Timings prepared = check(lab, cards, workplace, verdict -> {
                verdicts.add(verdict);
                progress.record(verdict);
                lines.accept(VerdictJson.write(verdict).put("question", question(verdict, cards)));
            });
            Timings all = verdicts.stream().map(Verdict::timings).reduce(prepared, Timings::plus);
            lines.accept(Json.object().put("timings", TimingsPrinter.line(all)));
        } catch (LabException e) {
            ObjectNode error = Json.object();
            error.putObject("error")
                    .put("what", e.what())
                    .put("where", e.where())
                    .put("next", e.next());
            lines.accept(error);
        }
    }

    /** In the cloud of the page if the lab runs there; otherwise in one that lives no longer than the check. */
    private static Timings check(Lab lab, List<ExerciseCard> cards, Workplace workplace, Consumer<Verdict> each) {
        Optional<ResidentLab> running = workplace.lab().filter(one -> one.lab().equals(lab));
        return running.isPresent() ? running.get().check(cards, each) : OneShot.check(lab, false, cards, each);
    }

    private static String question(Verdict verdict, List<ExerciseCard> cards) {
        return cards.stream()
                .filter(card -> card.id().equals(verdict.exercise()))
                .flatMap(card -> verdict.firstProblem().flatMap(Problem::mistake).flatMap(card::mistake).stream())
                .map(Mistake::question)
                .findFirst()
                .orElse("");
    }

    private static void write(OutputStream out, ObjectNode line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The page that asked is gone", e);
        }
    }
}
