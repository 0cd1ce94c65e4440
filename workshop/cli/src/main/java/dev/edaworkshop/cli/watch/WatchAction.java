package dev.edaworkshop.cli.watch;

/** What a single key does while {@code ./lab watch} runs. */
public interface WatchAction {
    char key();

    /** One word for the line of keys. */
    String label();

    void run(WatchContext context);
}
