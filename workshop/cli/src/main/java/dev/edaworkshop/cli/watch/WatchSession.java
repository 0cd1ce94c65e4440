package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.util.Optional;
import java.util.Set;

/** {@code ./lab watch} from its first round to its end. */
public final class WatchSession {
    private final Lab lab;
    private final Checker checker;
    private final Console console;
    private final WatchActions actions;
    private final Progress progress;

    public WatchSession(Lab lab, Checker checker, Console console, WatchActions actions, Progress progress) {
        this.lab = lab;
        this.checker = checker;
        this.console = console;
        this.actions = actions;
        this.progress = progress;
    }

    /**
     * Runs until {@code q}, or until this thread is interrupted.
     *
     * @param from the id of the exercise to begin with; empty for the first that is not green
     * @param plain lines, and no keys, even on a terminal
     * @param polling whether to look for changes even if the operating system reports them
     */
    public void run(Optional<String> from, boolean plain, boolean polling) {
        try (Terminals keys = plain ? Terminals.none() : Terminals.detect();
                FolderChanges changes = FolderChanges.of(lab.starter(), polling)) {
            Course course = Course.of(Exercises.of(lab.solution()).exercises(), progress);
            from.ifPresent(course::choose);
            boolean single = keys.keys().isPresent();
            WatchScreen screen = new WatchScreen(console, lab, course, single, single ? actions.line() : "");
            console.line("Watching %s (%s).".formatted(lab.folderName(), changes.description()));
            try (Rounds rounds = new Rounds(checker, course, screen)) {
                rounds.ask(Set.of());
                Thread watching = Thread.ofPlatform().daemon().name("watch").start(() -> follow(changes, rounds));
                if (single) {
                    press(keys.keys().get(), new WatchContext(lab, course, rounds, console, screen::note));
                } else {
                    watching.join();
                }
                watching.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(FolderChanges changes, Rounds rounds) {
        try {
            while (true) {
                rounds.ask(changes.await());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the session ends
        }
    }

    private void press(Keys keys, WatchContext context) {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Integer> key = keys.next();
            if (key.filter(WatchActions::quits).isPresent()) {
                return;
            }
            try {
                key.ifPresent(k -> actions.press(k, context));
            } catch (LabException e) { // a key that cannot do its work does not end the session
                context.console().failure(e);
            }
        }
    }

    /** The keys, if there are any, to be closed in any case. */
    private record Terminals(Optional<Keys> keys) implements AutoCloseable {
        static Terminals none() {
            return new Terminals(Optional.empty());
        }

        static Terminals detect() {
            return new Terminals(Keys.open());
        }

        @Override
        public void close() {
            keys.ifPresent(Keys::close);
        }
    }
}
