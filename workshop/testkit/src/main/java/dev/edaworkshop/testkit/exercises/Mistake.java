package dev.edaworkshop.testkit.exercises;

import java.util.List;

/**
 * A typical mistake: made on purpose it has to turn its exercise's check red, with its own message.
 *
 * @param key what a check's red names, {@code both-on-one-queue}
 * @param question the hint of level 1: a question, in the shop's words
 * @param message a part of what the red says
 * @param patches the mistake as a change of the solution; empty if it is made by what is done, not by what is written
 * @param actions the mistake as what somebody does, and leaves undone, with the solution: {@code worker},
 *     {@code playground}, {@code receive-without-deleting}; empty with patches, or if the mistake is to do nothing
 */
public record Mistake(
        String key, String description, String question, String message, List<Patch> patches, List<String> actions) {

    public Mistake {
        patches = List.copyOf(patches);
        actions = List.copyOf(actions);
    }
}
