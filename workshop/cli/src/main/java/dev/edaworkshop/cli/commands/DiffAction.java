package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.watch.WatchAction;
import dev.edaworkshop.cli.watch.WatchContext;
import java.util.Set;

/** Shows the code of the current exercise beside the solution's. */
final class DiffAction implements WatchAction {
    private final Terminal terminal;

    DiffAction(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public char key() {
        return 'd';
    }

    @Override
    public String label() {
        return "diff";
    }

    @Override
    public void run(WatchContext context) {
        Choice current =
                new Choice(context.lab(), Set.of(context.course().current().id()), false);
        DiffCommand.code(current, terminal, context.console());
    }
}
