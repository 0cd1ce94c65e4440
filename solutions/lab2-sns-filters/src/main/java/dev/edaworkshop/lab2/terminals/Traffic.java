package dev.edaworkshop.lab2.terminals;

/**
 * What went through a topic.
 *
 * @param published messages
 * @param subscriptions whose deliveries are counted
 * @param delivered messages, over all of these subscriptions
 * @param scanning how many of the subscriptions look into the body
 */
record Traffic(long published, long subscriptions, long delivered, long scanning) {

    Traffic {
        if (delivered > published * subscriptions) {
            throw new IllegalArgumentException(
                    "%d deliveries of %d messages to %d subscriptions: not all of them were published lately"
                            .formatted(delivered, published, subscriptions));
        }
    }

    /** What the filter policies kept back. */
    long filtered() {
        return published * subscriptions - delivered;
    }

    /** The same messages, had no subscription a filter policy. */
    Traffic unfiltered() {
        return new Traffic(published, subscriptions, published * subscriptions, 0);
    }
}
