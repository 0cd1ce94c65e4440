package dev.edaworkshop.localcloud.cloudformation;

/** A step with one resource failed; its event has been written. */
final class ResourceFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StackEvent event;

    ResourceFailedException(StackEvent event, Throwable cause) {
        super(event.reason(), cause);
        this.event = event;
    }

    StackEvent event() {
        return event;
    }
}
