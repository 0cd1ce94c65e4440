package dev.edaworkshop.localcloud.journal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why something happened, in words that are found when somebody first reads them: explaining why a pattern did not match
 * costs more than carrying the event.
 */
public final class Explanation {
    /** Nothing to explain. */
    public static final Explanation NONE = of("");

    private @Nullable Supplier<String> search;
    private String words;

    private Explanation(@Nullable Supplier<String> search, String words) {
        this.search = search;
        this.words = words;
    }

    public static Explanation of(String words) {
        return new Explanation(null, words);
    }

    /** @param search is asked once, by whoever reads first; must not change anything */
    public static Explanation sought(Supplier<String> search) {
        return new Explanation(search, "");
    }

    /** The words; empty if there is nothing to explain. */
    public synchronized String words() {
        if (search != null) {
            words = search.get();
            search = null;
        }
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation explanation && words().equals(explanation.words());
    }

    @Override
    public int hashCode() {
        return words().hashCode();
    }

    @Override
    public String toString() {
        return words();
    }
}
