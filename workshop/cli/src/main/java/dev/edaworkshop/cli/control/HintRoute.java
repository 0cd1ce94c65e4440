package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.progress.ExerciseProgress;
import dev.edaworkshop.cli.progress.Hint;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;

/** Shows a hint as {@code ./lab hint} does, and notes it: {@code {"exercise": "1.2", "level": 2}}, or without a level the next one. */
final class HintRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        JsonNode wanted = PageRoute.wanted(request);
        ExerciseCard card = workplace.task(wanted.path("exercise").asText()).card();
        Progress progress = workplace.progress();
        ExerciseProgress now = progress.of(card.id());
        int level = Math.clamp(wanted.path("level").asInt(now.nextHint()), 1, Hint.LEVELS);
        Hint hint = Hint.of(card, now, level);
        progress.hintShown(card.id(), level);
        PageRoute.json(
                response,
                Json.object()
                        .put("level", hint.level())
                        .put("levels", Hint.LEVELS)
                        .put("observed", hint.observed())
                        .put("text", hint.text())
                        .put("fits", hint.fits()));
    }
}
