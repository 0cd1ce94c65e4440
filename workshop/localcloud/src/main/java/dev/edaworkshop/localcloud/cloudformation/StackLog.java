package dev.edaworkshop.localcloud.cloudformation;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Writes the events of one stack, and tells whoever listens. */
final class StackLog {
    private final Stack stack;
    private final InstantSource clock;
    private final Consumer<StackEvent> listener;

    StackLog(Stack stack, InstantSource clock, Consumer<StackEvent> listener) {
        this.stack = stack;
        this.clock = clock;
        this.listener = listener;
    }

    StackEvent stack(ResourceStatus status, String reason) {
        return write(stack.name(), stack.id(), StackEvent.STACK_TYPE, status, reason);
    }

    void resource(Resource resource, String physicalId, ResourceStatus status, String reason) {
        write(resource.logicalId(), physicalId, resource.type(), status, reason);
    }

    /** Writes that a step failed, and gives what is to be thrown. */
    ResourceFailedException failure(
            Resource resource, String physicalId, ResourceStatus status, RuntimeException cause) {
        String message = cause.getMessage();
        String reason = message == null ? cause.getClass().getSimpleName() : message;
        return new ResourceFailedException(
                write(resource.logicalId(), physicalId, resource.type(), status, reason), cause);
    }

    private StackEvent write(String logicalId, String physicalId, String type, ResourceStatus status, String reason) {
        StackEvent event = new StackEvent(clock.instant(), stack.name(), logicalId, physicalId, type, status, reason);
        stack.add(event);
        listener.accept(event);
        return event;
    }
}
