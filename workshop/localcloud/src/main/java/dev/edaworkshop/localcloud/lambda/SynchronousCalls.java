package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invokes functions on behalf of services that wait for the result, such as API Gateway. */
public final class SynchronousCalls {
    private final Functions functions;

    public SynchronousCalls(Functions functions) {
        this.functions = functions;
    }

    /**
     * Invokes the delivery's target and waits for the result.
     *
     * @throws AwsException if there is no such function, or its policy does not let the sender in; the latter is in the
     *     journal already
     */
    public InvocationResult invoke(Delivery delivery) {
        Function function = functions.function(delivery.targetArn());
        Optional<String> denied = functions.denial(delivery, function);
        if (denied.isPresent()) {
            throw new AwsException(403, "AccessDeniedException", denied.get());
        }
        String requestId = UUID.randomUUID().toString();
        var event = new CarriedEvent(delivery.eventId(), requestId, delivery.sourceArn(), 1, delivery.body());
        return function.invoke(new Invocation(requestId, delivery.body(), List.of(event)), Judgement.ALL_OR_NOTHING);
    }
}
