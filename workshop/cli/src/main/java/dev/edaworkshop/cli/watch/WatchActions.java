package dev.edaworkshop.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of one session; {@code q} is the session's own. */
public final class WatchActions {
    private static final char QUIT = 'q';
    /** Ctrl-C and Ctrl-D: single keys come without the signals that they mean elsewhere. */
    private static final Set<Integer> CONTROL_C_AND_D = Set.of(3, 4);

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

    /** Whether a key ends the session, as the end of the input does. */
    static boolean quits(int key) {
        return key < 0 || Character.toLowerCase(key) == QUIT || CONTROL_C_AND_D.contains(key);
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
