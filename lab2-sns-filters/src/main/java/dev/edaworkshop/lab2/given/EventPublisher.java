package dev.edaworkshop.lab2.given;

/** Where the catalogue says what happened. It does not know who listens. */
public interface EventPublisher {

    void publish(ProductEvent event);
}
