package dev.edaworkshop.lab4.given;

/** The bus did not take an event: nobody has heard it. */
public final class EventRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventRefusedException(Envelope event, String code, String message) {
        super("%s (event %s) was refused by the bus: %s, %s"
                .formatted(event.metadata().eventName(), event.metadata().eventId(), code, message));
    }
}
