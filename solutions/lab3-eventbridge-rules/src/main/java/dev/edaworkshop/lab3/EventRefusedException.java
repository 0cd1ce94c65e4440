package dev.edaworkshop.lab3;

/** EventBridge answered, and did not take the event. */
final class EventRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventRefusedException(ShopEvent event, String code, String reason) {
        super("%s was not taken by the bus: %s, %s".formatted(event.name(), code, reason));
    }
}
