package dev.edaworkshop.cli.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.progress.ExerciseProgress.State;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How far an attendee has come. It outlives restarts, resets and new versions of the workshop: exercises that are new
 * are open, and what was solved stays solved until a check says otherwise. Safe to use from several processes.
 */
public final class Progress {
    private final ProgressFile file;
    private final InstantSource clock;

    /**
     * @param stateFolder the project's {@code .lab}
     * @param notice hears, in words, if the record was damaged and had to be set aside
     */
    public Progress(Path stateFolder, InstantSource clock, Consumer<String> notice) {
        this.file = new ProgressFile(stateFolder, notice);
        this.clock = clock;
    }

    /** Where an exercise stands; open if nothing is known of it. */
    public ExerciseProgress of(String exercise) {
        return read(file.read().path(exercise));
    }

    /** Notes what a check of the attendee's own lab said; verdicts on solutions do not belong here. */
    public void record(Verdict verdict) {
        change(verdict.exercise(), (before, json) -> {
            json.put("attempts", before.attempts() + 1);
            if (verdict.isGreen()) {
                green(before, json);
            } else {
                red(verdict, json);
            }
        });
    }

    /** Notes that a hint was shown. */
    public void hintShown(String exercise, int level) {
        change(exercise, (before, json) -> {
            json.put("hintLevel", Math.max(before.hintLevel(), level));
            json.put("nextHint", Math.min(level + 1, 3));
        });
    }

    /** Notes that the solution of exercises was put into the attendee's files. */
    public void solutionShown(Collection<String> exercises) {
        file.change(all -> exercises.forEach(exercise -> node(all, exercise).put("solutionShown", true)));
    }

    private void green(ExerciseProgress before, ObjectNode json) {
        if (!before.isSolved()) {
            boolean alone = before.solved().isEmpty() && !before.solutionShown()
                    || State.of(json.path("firstSolved").asText()) == State.SOLVED;
            State state = alone ? State.SOLVED : State.SOLVED_WITH_SOLUTION_SHOWN;
            enter(state, json);
            if (before.solved().isEmpty()) {
                json.put("firstSolved", state.word()).put("solvedAt", now());
            }
        }
        json.remove("mistake");
        json.remove("observed");
    }

    private void red(Verdict verdict, ObjectNode json) {
        Optional<Problem> problem = verdict.firstProblem();
        String mistake = problem.flatMap(Problem::mistake).orElse("");
        if (!mistake.equals(json.path("mistake").asText())) {
            json.put("nextHint", 1);
        }
        if (State.of(json.path("state").asText()) != State.RED) {
            enter(State.RED, json);
        }
        json.put("mistake", mistake);
        json.put("observed", problem.map(Problem::observed).orElse(""));
    }

    private void enter(State state, ObjectNode json) {
        json.put("state", state.word()).put("at", now());
    }

    private String now() {
        return clock.instant().toString();
    }

    private interface Change {
        void make(ExerciseProgress before, ObjectNode json);
    }

    private void change(String exercise, Change change) {
        file.change(all -> {
            ObjectNode json = node(all, exercise);
            change.make(read(json), json);
        });
    }

    private static ObjectNode node(ObjectNode all, String exercise) {
        return all.get(exercise) instanceof ObjectNode known
                ? known
                : all.putObject(exercise).put("state", State.OPEN.word());
    }

    private static ExerciseProgress read(JsonNode json) {
        JsonNode known = json.isObject() ? json : JsonNodeFactory.instance.objectNode();
        State state = State.of(known.path("state").asText());
        // Of what is solved there is nothing observed that the first hint could ask about.
        int firstHint = state == State.SOLVED || state == State.SOLVED_WITH_SOLUTION_SHOWN ? 2 : 1;
        return new ExerciseProgress(
                state,
                Optional.of(known.path("mistake").asText()).filter(key -> !key.isEmpty()),
                known.path("observed").asText(),
                Math.max(0, known.path("attempts").asInt()),
                instant(known.path("at").asText()),
                instant(known.path("solvedAt").asText()),
                known.path("solutionShown").asBoolean(),
                Math.clamp(known.path("hintLevel").asInt(), 0, 3),
                Math.clamp(known.path("nextHint").asInt(), firstHint, 3));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
