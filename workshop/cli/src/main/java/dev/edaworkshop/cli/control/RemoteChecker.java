package dev.edaworkshop.cli.control;

import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Checks in a running {@code ./lab start}. */
public final class RemoteChecker implements Checker {
    private final ControlClient client;
    private final String session = UUID.randomUUID().toString();

    public RemoteChecker(ControlClient client) {
        this.client = client;
    }

    @Override
    public Timings check(List<ExerciseCard> exercises, Consumer<Verdict> each) {
        return client.check(exercises.stream().map(ExerciseCard::id).toList(), session, each);
    }

    @Override
    public void cancel() {
        client.cancel(session);
    }
}
