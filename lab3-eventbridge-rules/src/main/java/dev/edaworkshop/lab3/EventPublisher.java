package dev.edaworkshop.lab3;

/** Where a part of the shop says what happened. It does not know who listens. */
public interface EventPublisher {

    void publish(ShopEvent event);
}
