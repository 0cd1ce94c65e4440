package dev.edaworkshop.cli.watch;

import java.util.Set;

/** Checks again without a save, for what an exercise asks to be done by hand. */
final class CheckAction implements WatchAction {
    @Override
    public char key() {
        return 'c';
    }

    @Override
    public String label() {
        return "check again";
    }

    @Override
    public void run(WatchContext context) {
        context.rounds().ask(Set.of());
    }
}
