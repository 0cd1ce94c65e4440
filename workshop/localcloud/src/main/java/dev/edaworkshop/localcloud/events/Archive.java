package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.patterns.EventPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the events of a bus for replays. Its own monitor guards what it keeps.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html">Archives</a>
 */
final class Archive {
    private final String name;
    private final String arn;
    private final String busArn;
    private final InstantSource clock;
    private final Instant created;
    private final Deque<Kept> events = new ArrayDeque<>();
    private volatile Settings settings;
    private long bytes;

    Archive(String name, String arn, String busArn, Settings settings, InstantSource clock) {
        this.name = name;
        this.arn = arn;
        this.busArn = busArn;
        this.settings = settings;
        this.clock = clock;
        created = clock.instant();
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    String busArn() {
        return busArn;
    }

    Instant created() {
        return created;
    }

    Settings settings() {
        return settings;
    }

    void change(Settings changed) {
        settings = changed;
    }

    synchronized void keep(BusEvent event) {
        Kept kept = new Kept(event.time().orElse(event.ingested()), event.ingested(), event.json());
        events.addLast(kept);
        bytes += kept.bytes();
    }

    /** Those whose time is not before {@code start} and before {@code end}, as they came. */
    synchronized List<Kept> between(Instant start, Instant end) {
        expire();
        return events.stream()
                .filter(event -> !event.time().isBefore(start) && event.time().isBefore(end))
                .toList();
    }

    synchronized long count() {
        expire();
        return events.size();
    }

    synchronized long bytes() {
        expire();
        return bytes;
    }

    private void expire() {
        int days = settings.retentionDays();
        if (days == 0) {
            return; // forever
        }
        Instant oldest = clock.instant().minus(Duration.ofDays(days));
        while (!events.isEmpty() && events.getFirst().ingested().isBefore(oldest)) {
            bytes -= events.removeFirst().bytes();
        }
    }

    /** @param retentionDays 0 for ever */
    record Settings(Optional<EventPattern> pattern, Optional<String> description, int retentionDays) {}

    /**
     * A kept event.
     *
     * @param time as the event says, which is what replays go by
     */
    record Kept(Instant time, Instant ingested, String json) {
        long bytes() {
            return json.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
