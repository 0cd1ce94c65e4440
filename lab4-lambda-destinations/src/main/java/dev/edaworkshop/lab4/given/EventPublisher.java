package dev.edaworkshop.lab4.given;

/** Where a part of the shop says what happened. It does not know who listens. */
public interface EventPublisher {

    /** @throws EventRefusedException if the bus did not take it */
    void publish(Envelope event);
}
