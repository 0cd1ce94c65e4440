package dev.edaworkshop.cli.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot.Stuck;
import java.util.List;

/** Where and why an event got stuck, as people read it, and what to do about it. */
public final class StuckWords {
    private StuckWords() {}

    /** One paragraph. */
    public static String of(Stuck stuck) {
        Hop hop = stuck.hop();
        String where = Names.of(stuck.arn());
        String attempt = hop.attempt() > 1 ? " (attempt %d)".formatted(hop.attempt()) : "";
        String reason = stuck.reason().isEmpty() ? "." : ": " + stuck.reason();
        return "%s%s%s%s"
                .formatted(where.isEmpty() ? "" : where + ": ", stuck.state().words(), attempt, reason);
    }

    /** What to look at or to do. */
    public static String advice(Stuck stuck) {
        return switch (stuck.state()) {
            case FILTERED -> "Try the filter policy or pattern without publishing: ./lab pattern --help";
            case UNROUTED -> "Subscribe somebody to it, or add a rule; then ./lab check deploys it.";
            case DENIED -> "Grant it in your stack, with a grant method of the construct.";
            case REFUSED -> "See whether its policy lets the sender in, and whether it exists.";
            case RETRY_DUE -> "./lab time --next moves the clock to the next attempt.";
            case LOST -> "A dead-letter queue would have kept it.";
            case FAILED -> "See what it printed: ./lab logs " + Names.plain(name(stuck.arn()));
            case WAITING, WAITING_AGAIN -> "Nobody reads the queue at the moment; a worker, or a function, would.";
            case AT_WORK -> "Wait a moment, or see what it prints: ./lab events -f";
            case DEAD_LETTERED -> "It waits there until somebody moves it back or throws it away.";
        };
    }

    /** For programs. */
    public static String json(String event, List<Stuck> stuck) {
        ObjectNode json = Json.object().put("eventId", event);
        ArrayNode stations = json.putArray("stations");
        stuck.forEach(one -> stations.addObject()
                .put("station", one.arn())
                .put("state", one.state().name())
                .put("reason", one.reason())
                .put("from", one.hop().from())
                .put("attempt", one.hop().attempt())
                .put("time", one.hop().time().toString()));
        return Json.print(json);
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
