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
        /*
         * TODO 3.7  Contract: refuse what breaks a promise, before anybody hears it.
         *
         * contracts.problems() says what is wrong with the data of an event, in words; an empty list is good news. If
         * there are problems, throw a ContractBrokenException instead of publishing.
         */
        next.publish(event);
    }
}
