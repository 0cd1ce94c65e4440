package dev.edaworkshop.localcloud.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows events through a journal to the stations where they got stuck, and says why. */
public final class WhyNot {
    private final List<Hop> hops;

    /** @param hops oldest first */
    public WhyNot(List<Hop> hops) {
        this.hops = List.copyOf(hops);
    }

    /** How an event stands at a station that it did not get past. */
    public enum State {
        FILTERED("filtered out", true),
        UNROUTED("nobody there to hand it to", true),
        DENIED("denied", true),
        REFUSED("refused", true),
        RETRY_DUE("failed, will be tried again", true),
        LOST("lost", true),
        FAILED("the function failed", true),
        WAITING("waits, nobody has received it yet", false),
        WAITING_AGAIN("waits to be received again", true),
        AT_WORK("being worked on", false),
        DEAD_LETTERED("given up", true);

        private final String words;
        private final boolean trouble;

        State(String words, boolean trouble) {
            this.words = words;
            this.trouble = trouble;
        }

        public String words() {
            return words;
        }

        /** False for what may only need some more time, or somebody who looks. */
        public boolean isTrouble() {
            return trouble;
        }
    }

    /**
     * Where an event is stuck.
     *
     * @param arn of the station; empty if the journal does not say
     * @param hop the last one there
     */
    public record Stuck(String arn, State state, Hop hop) {
        /** Why, in words; empty if there is nothing to explain. */
        public String reason() {
            return hop.reason();
        }
    }

    /** The events whose ids begin so, in the order of their first hops. */
    public List<String> events(String idPrefix) {
        Set<String> ids = new LinkedHashSet<>();
        hops.stream()
                .map(Hop::eventId)
                .filter(id -> !id.isEmpty() && id.startsWith(idPrefix))
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    /** The event that ran into trouble last, or else the last one that waits; empty if all arrived. */
    public Optional<String> latest() {
        List<String> newestFirst = new ArrayList<>(new LinkedHashSet<>(hops.reversed().stream()
                .map(Hop::eventId)
                .filter(id -> !id.isEmpty())
                .toList()));
        return newestFirst.stream()
                .filter(id -> stuck(id).stream().anyMatch(stuck -> stuck.state().isTrouble()))
                .findFirst()
                .or(() ->
                        newestFirst.stream().filter(id -> !stuck(id).isEmpty()).findFirst());
    }

    /** What was denied without being about an event, such as a call of an API; newest last. */
    public List<Stuck> deniedCalls() {
        return hops.stream()
                .filter(hop -> hop.kind() == Hop.Kind.DENIED && hop.eventId().isEmpty())
                .map(hop -> new Stuck(hop.to(), State.DENIED, hop))
                .toList();
    }

    /** Whether somebody got the event: then a filter that let it not pass may be just what was meant. */
    public boolean arrivedSomewhere(String eventId) {
        return hops.stream()
                .anyMatch(
                        hop -> hop.kind() == Hop.Kind.DELIVERED && hop.eventId().equals(eventId));
    }

    /** When the event was first heard of; empty if it never was. */
    public Optional<Instant> began(String eventId) {
        return hops.stream()
                .filter(hop -> hop.eventId().equals(eventId))
                .map(Hop::time)
                .findFirst();
    }

    /** The stations that the event reached and did not get past, in the order it came there; empty if there are none. */
    public List<Stuck> stuck(String eventId) {
        Map<String, Hop> last = new LinkedHashMap<>();
        for (Hop hop : hops) {
            if (hop.eventId().equals(eventId)) {
                last.put(station(hop), hop);
                if (hop.kind() == Hop.Kind.DEAD_LETTERED) {
                    last.remove(hop.from()); // it left
                    last.put(hop.to(), hop);
                }
            }
        }
        List<Stuck> stuck = new ArrayList<>();
        last.forEach((arn, hop) -> state(arn, hop).ifPresent(state -> stuck.add(new Stuck(arn, state, hop))));
        return stuck;
    }

    private static String station(Hop hop) {
        return switch (hop.kind()) {
            case THREW, RETURNED, RECEIVED, UNROUTED -> hop.from();
            case LOST, RETRY_SCHEDULED -> hop.to().isEmpty() ? hop.from() : hop.to();
            case PUBLISHED,
                    FILTERED,
                    DEDUPLICATED,
                    DELIVERED,
                    REFUSED,
                    DELETED,
                    VISIBLE_AGAIN,
                    DEAD_LETTERED,
                    REDRIVEN,
                    INVOKED,
                    DENIED,
                    API_CALL,
                    REQUESTED,
                    ANSWERED -> hop.to();
        };
    }

    private static Optional<State> state(String arn, Hop hop) {
        return switch (hop.kind()) {
            case FILTERED -> Optional.of(State.FILTERED);
            case UNROUTED -> Optional.of(State.UNROUTED);
            case DENIED -> Optional.of(State.DENIED);
            case REFUSED -> Optional.of(State.REFUSED);
            case RETRY_SCHEDULED -> Optional.of(State.RETRY_DUE);
            case LOST -> Optional.of(State.LOST);
            case THREW -> Optional.of(State.FAILED);
            case DEAD_LETTERED -> Optional.of(State.DEAD_LETTERED);
            case VISIBLE_AGAIN -> Optional.of(State.WAITING_AGAIN);
            case RECEIVED, INVOKED -> Optional.of(State.AT_WORK);
            case PUBLISHED, DELIVERED, REDRIVEN ->
                arn.startsWith("arn:aws:sqs:") ? Optional.of(State.WAITING) : Optional.empty();
            case DEDUPLICATED, DELETED, RETURNED, API_CALL, REQUESTED, ANSWERED -> Optional.empty();
        };
    }
}
