package dev.edaworkshop.lab3;

import dev.edaworkshop.lab3.contracts.ContractBrokenException;
import dev.edaworkshop.lab3.contracts.Contracts;

/** Lets only those events through to the bus that keep what their contract promises. */
final class CheckedPublisher implements EventPublisher {

    private final Contracts contracts;
    private final EventPublisher next;

    CheckedPublisher(Contracts contracts, EventPublisher next) {
        this.contracts = contracts;
        this.next = next;
    }

    /** @throws ContractBrokenException if the event was not published, because its readers could not read it */
    @Override
    public void publish(ShopEvent event) {
        // begin exercise 3.7
        // Here, before anybody has heard it: a wrong event that is out cannot be called back, and its readers stumble
        // in places that nobody here knows.
        var problems = contracts.problems(event.name(), event.version(), event.dataJson());
        if (!problems.isEmpty()) {
            throw new ContractBrokenException(event.name(), event.version(), problems);
        }
        // end exercise 3.7
        next.publish(event);
    }
}
