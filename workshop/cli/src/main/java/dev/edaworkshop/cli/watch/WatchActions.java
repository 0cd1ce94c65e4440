package dev.edaworkshop.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of one session; {@code q} is the session's own. */
public final class WatchActions {
    static final char QUIT = 'q';

    private final List<WatchAction> actions;

    private WatchActions(List<WatchAction> actions) {
        this.actions = List.copyOf(actions);
    }

    /** Hint, next, check again and list, and others, such as diff and reset. */
    public static WatchActions with(List<WatchAction> others) {
        List<WatchAction> all = new ArrayList<>(List.of(new HintAction(), new NextAction(), new CheckAction()));
        all.addAll(others);
        all.add(new ListAction());
        return new WatchActions(all);
    }

    /** Does what the key stands for; nothing if it stands for nothing. */
    void press(int key, WatchContext context) {
        actions.stream()
                .filter(action -> action.key() == Character.toLowerCase(key))
                .forEach(action -> action.run(context));
    }

    /** {@code h hint · n next · c check again · l list · q quit}. */
    String line() {
        return actions.stream()
                .map(action -> action.key() + " " + action.label())
                .collect(Collectors.joining(" · ", "", " · " + QUIT + " quit"));
    }
}
