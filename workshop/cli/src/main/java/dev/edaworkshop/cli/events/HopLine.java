package dev.edaworkshop.cli.events;

import dev.edaworkshop.cli.console.Style;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A hop as people read it: when, what, from whom to whom, which event, and underneath why, if there is a why.
 *
 * <pre>
 * 09:15:00.123  DELIVERED      topic ProductCreated → queue InventoryQueue   3f2a91c4  {"event_id":…
 * </pre>
 */
public final class HopLine {
    private static final int KIND_WIDTH = 15;
    private static final int ID_LENGTH = 8;

    private final Style style;
    private final int width;
    private final DateTimeFormatter time;

    /** @param width lines are cut to it; reasons are not */
    public HopLine(Style style, int width, ZoneId zone) {
        this.style = style;
        this.width = width;
        time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    public String of(Hop hop) {
        String kind = pad(hop.kind().name());
        String way = way(hop) + (hop.attempt() > 1 ? " (attempt %d)".formatted(hop.attempt()) : "");
        String id = hop.eventId().isEmpty()
                ? ""
                : "  "
                        + hop.eventId()
                                .substring(0, Math.min(ID_LENGTH, hop.eventId().length()));
        String head = "%s  %s%s%s".formatted(time.format(hop.time()), kind, way, id);
        String line = head.replace(kind, isTrouble(hop.kind()) ? style.bold(kind) : kind)
                + payload(hop, width - head.length());
        return hop.reason().isEmpty() ? line : line + "\n" + " ".repeat(14) + hop.reason();
    }

    private static String way(Hop hop) {
        String from = Names.of(hop.from());
        String to = Names.of(hop.to());
        return from.isEmpty() ? to : to.isEmpty() ? from : from + " → " + to;
    }

    private String payload(Hop hop, int room) {
        String oneLine = hop.payload().replaceAll("\\s+", " ");
        if (oneLine.isEmpty() || room < 12) {
            return "";
        }
        String shown = oneLine.length() <= room - 2 ? oneLine : oneLine.substring(0, room - 3) + "…";
        return "  " + style.faint(shown);
    }

    private static boolean isTrouble(Hop.Kind kind) {
        return switch (kind) {
            case UNROUTED, REFUSED, LOST, DEAD_LETTERED, THREW, DENIED, RETRY_SCHEDULED -> true;
            case PUBLISHED,
                    FILTERED,
                    DEDUPLICATED,
                    DELIVERED,
                    RECEIVED,
                    DELETED,
                    VISIBLE_AGAIN,
                    REDRIVEN,
                    INVOKED,
                    RETURNED,
                    API_CALL,
                    REQUESTED,
                    ANSWERED -> false;
        };
    }

    private static String pad(String kind) {
        String words = kind.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words + " ".repeat(Math.max(1, KIND_WIDTH - words.length()));
    }
}
