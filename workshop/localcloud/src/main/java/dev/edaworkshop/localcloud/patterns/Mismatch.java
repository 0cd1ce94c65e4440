package dev.edaworkshop.localcloud.patterns;

import java.util.Optional;

/**
 * Why an event does not match: the first field that failed, and by what.
 *
 * @param field its path in the pattern, such as {@code detail.category}; empty if it is about the event as a whole
 * @param wanted what the pattern accepts, in words; empty if it is about the event as a whole
 * @param found what the event has, as JSON; empty if nothing is there
 * @param suggestion a field that may have been meant
 * @param sentence all of it in one sentence, without a full stop
 */
public record Mismatch(
        String field, String wanted, Optional<String> found, Optional<String> suggestion, String sentence) {

    static Mismatch ofWhole(String sentence) {
        return new Mismatch("", "", Optional.empty(), Optional.empty(), sentence);
    }

    Mismatch inSentence(String other) {
        return new Mismatch(field, wanted, found, suggestion, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
