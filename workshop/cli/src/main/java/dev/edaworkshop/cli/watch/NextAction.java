package dev.edaworkshop.cli.watch;

import java.util.Set;

/** Goes to the next exercise and checks it. */
final class NextAction implements WatchAction {
    @Override
    public char key() {
        return 'n';
    }

    @Override
    public String label() {
        return "next";
    }

    @Override
    public void run(WatchContext context) {
        context.course().next();
        context.rounds().ask(Set.of());
    }
}
