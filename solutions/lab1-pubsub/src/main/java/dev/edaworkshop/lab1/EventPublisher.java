package dev.edaworkshop.lab1;

/** Where the catalogue says what happened. It does not know who listens. */
public interface EventPublisher {

    void publish(ProductEvent event);
}
