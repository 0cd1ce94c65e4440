package dev.edaworkshop.localcloud.cloudformation;

import java.util.Arrays;
import java.util.Optional;

/** What happens to a physical resource that its stack does not need any more. */
enum DeletionPolicy {
    DELETE("Delete"),
    RETAIN("Retain"),
    /** Retain, but delete when the deployment that created the resource is rolled back. */
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate"),
    SNAPSHOT("Snapshot");

    private final String word;

    DeletionPolicy(String word) {
        this.word = word;
    }

    static Optional<DeletionPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word.equals(word))
                .findFirst();
    }
}
