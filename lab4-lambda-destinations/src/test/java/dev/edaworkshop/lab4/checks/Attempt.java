package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One invocation of a function, as the journal knows it.
 *
 * @param type {@code RequestResponse} or {@code Event}
 * @param returned whether the function returned normally
 * @param result what it returned, or its error as Lambda reports it
 */
record Attempt(Instant time, String type, JsonNode request, boolean returned, JsonNode result) {

    boolean isSynchronous() {
        return type.startsWith("RequestResponse");
    }

    /** The name of the event that the function returned; empty if it returned none. */
    String eventName() {
        return metadata("event_name");
    }

    String eventId() {
        return metadata("event_id");
    }

    private String metadata(String field) {
        return returned ? result.path("metadata").path(field).asText("") : "";
    }

    /** All invocations of a function that have ended, oldest first. */
    static List<Attempt> of(List<Hop> journal, String function) {
        List<Attempt> attempts = new ArrayList<>();
        for (Hop hop : journal) {
            if (hop.kind() == Kind.INVOKED && isOf(hop.to(), function)) {
                ended(journal, hop)
                        .ifPresent(end -> attempts.add(new Attempt(
                                hop.time(),
                                hop.reason(),
                                Shop.json(hop.payload()),
                                end.kind() == Kind.RETURNED,
                                Shop.json(end.payload()))));
            }
        }
        return attempts;
    }

    private static Optional<Hop> ended(List<Hop> journal, Hop invoked) {
        return journal.stream()
                .filter(hop -> hop.number() > invoked.number())
                .filter(hop -> hop.kind() == Kind.RETURNED || hop.kind() == Kind.THREW)
                .filter(hop -> hop.from().equals(invoked.to())
                        && hop.eventId().equals(invoked.eventId())
                        && hop.attempt() == invoked.attempt())
                .findFirst();
    }

    static boolean isOf(String arn, String function) {
        return arn.endsWith(":function:" + function);
    }

    /** When they happened, from the first on: {@code +0 s, +60 s, +180 s}. */
    static String times(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> "+%d s"
                        .formatted(Duration.between(attempts.getFirst().time(), attempt.time())
                                .toSeconds()))
                .collect(Collectors.joining(", "));
    }
}
