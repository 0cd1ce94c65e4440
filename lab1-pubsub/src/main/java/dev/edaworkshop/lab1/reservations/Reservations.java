package dev.edaworkshop.lab1.reservations;

import dev.edaworkshop.lab1.EventPublisher;
import dev.edaworkshop.lab1.ProductEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Reserves what was paid for. It runs in Lambda, in your terminal, in a container and in tests. */
public final class Reservations {

    /** More than one message has ever taken. */
    private static final Duration ENOUGH_FOR_ONE = Duration.ofMillis(500);

    private final Stock stock;
    private final EventPublisher events;
    private final InstantSource clock;
    private final String warehouse;

    /** @param warehouse which one reserves; every event says so */
    public Reservations(Stock stock, EventPublisher events, InstantSource clock, String warehouse) {
        this.stock = stock;
        this.events = events;
        this.clock = clock;
        this.warehouse = warehouse;
    }

    /**
     * Handles payments, one after the other.
     *
     * @return the ids of the messages that are not done, because they failed or because the time was over; all others may
     *     be deleted
     */
    public List<String> run(List<QueueMessage> messages, RunContext context) {
        /*
         * TODO 1.5  Portable function.
         *
         * Lambda, a worker in your terminal and a dry run all hand in what this class needs: the stock, the events, the
         * clock. It does not use them. It makes clients of its own and asks its own clock, so it runs where AWS is and
         * nowhere else. And it does not look how much time it has left: whatever happens when that is over, happens.
         *
         * Use what was handed in. Before each message look at context.remaining(): if ENOUGH_FOR_ONE is not left, do not
         * begin, and answer with the id of that message and of all that follow.
         *
         * Check:  ./lab check 1.5
         * Read:   guide/lab1-pubsub.md#15-portable-function
         */
        List<String> notDone = new ArrayList<>();
        for (QueueMessage message : messages) {
            if (!isReserved(message)) {
                notDone.add(message.id());
            }
        }
        return notDone;
    }

    private static final Stock OWN_STOCK = AwsClients.stock();
    private static final EventPublisher OWN_EVENTS = AwsClients.events();

    private void reserve(ProductEvent payment) {
        int quantity = quantity(payment);
        OWN_STOCK.reserve(payment.eventId(), payment.productId(), quantity);
        InstantSource ownClock = InstantSource.system();
        OWN_EVENTS.publish(StockReserved.after(payment, quantity, warehouse, ownClock.instant()));
    }

    private boolean isReserved(QueueMessage message) {
        try {
            reserve(ProductEvent.parse(message.body()));
            return true;
        } catch (RuntimeException e) {
            // Whatever is wrong with one message must not take the others back to the queue with it.
            System.err.printf("Message %s is not done: %s%n", message.id(), e.getMessage());
            return false;
        }
    }

    private static int quantity(ProductEvent payment) {
        Object quantity = payment.facts().get("quantity");
        if (quantity instanceof Integer pieces && pieces > 0) {
            return pieces;
        }
        throw new IllegalArgumentException(
                "Event %s: quantity must be a whole number above 0, was %s".formatted(payment.eventId(), quantity));
    }
}
