package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;

/**
 * Sends the events of an archive again, minute by minute of event time. Its own monitor guards the state.
 *
 * <p>AWS takes minutes to start; here it is {@link #START} on the account's clock.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html">Replays</a>
 */
final class Replay {
    static final Duration START = Duration.ofSeconds(1);

    private final Order order;
    private final EventBus bus;
    private final AccountContext account;
    private final Instant started;
    private ReplayState state = ReplayState.STARTING;
    private Optional<Instant> ended = Optional.empty();
    private Optional<Instant> lastReplayed = Optional.empty();

    Replay(Order order, EventBus bus, AccountContext account) {
        this.order = order;
        this.bus = bus;
        this.account = account;
        started = account.clock().instant();
    }

    void start() {
        account.clock().schedule(START, "replay " + order.name(), this::run);
    }

    Order order() {
        return order;
    }

    Instant started() {
        return started;
    }

    synchronized ReplayState state() {
        return state;
    }

    synchronized Optional<Instant> ended() {
        return ended;
    }

    synchronized Optional<Instant> lastReplayed() {
        return lastReplayed;
    }

    boolean isActive() {
        return switch (state()) {
            case STARTING, RUNNING, CANCELLING -> true;
            default -> false;
        };
    }

    /** @return whether there was anything left to cancel */
    synchronized boolean cancel() {
        if (state != ReplayState.STARTING && state != ReplayState.RUNNING) {
            return false;
        }
        state = state == ReplayState.STARTING ? end(ReplayState.CANCELLED) : ReplayState.CANCELLING;
        return true;
    }

    private void run() {
        synchronized (this) {
            if (state != ReplayState.STARTING) {
                return;
            }
            state = ReplayState.RUNNING;
        }
        Map<Instant, List<Archive.Kept>> byMinute = order.archive().between(order.from(), order.to()).stream()
                .collect(Collectors.groupingBy(
                        kept -> kept.time().truncatedTo(ChronoUnit.MINUTES), TreeMap::new, Collectors.toList()));
        send(byMinute.values().iterator());
    }

    /** Each minute is a step of its own, so that a replay can be cancelled in between. */
    private void send(Iterator<List<Archive.Kept>> minutes) {
        synchronized (this) {
            if (state == ReplayState.CANCELLING) {
                state = end(ReplayState.CANCELLED);
                return;
            }
            if (!minutes.hasNext()) {
                state = end(ReplayState.COMPLETED);
                return;
            }
        }
        minutes.next().forEach(this::send);
        account.clock().schedule(Duration.ZERO, "replay " + order.name(), () -> send(minutes));
    }

    private void send(Archive.Kept kept) {
        Instant now = account.clock().instant();
        BusEvent event = BusEvent.read(kept.json(), now).replayedBy(order.name(), now);
        bus.publish(
                order.arn(),
                event,
                rule -> order.ruleArns().isEmpty() || order.ruleArns().contains(rule.arn()));
        synchronized (this) {
            lastReplayed = Optional.of(kept.time());
        }
    }

    private ReplayState end(ReplayState how) {
        ended = Optional.of(account.clock().instant());
        return how;
    }

    /**
     * What is to be replayed.
     *
     * @param from of event time
     * @param to of event time, exclusive
     * @param ruleArns the only rules that get the events; empty for all
     */
    record Order(
            String name,
            String arn,
            Archive archive,
            Instant from,
            Instant to,
            Set<String> ruleArns,
            Optional<String> description) {
        Order {
            ruleArns = Set.copyOf(ruleArns);
        }
    }
}
