package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.lambda.InvocationResult;
import dev.edaworkshop.localcloud.lambda.SynchronousCalls;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.Map;

/** Lambda as a backend: the function's policy must let {@code apigateway.amazonaws.com} in. */
public final class LambdaBackend implements Backend {
    private final SynchronousCalls calls;

    public LambdaBackend(SynchronousCalls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome invoke(String functionArn, String sourceArn, String eventId, String payload) {
        try {
            InvocationResult result = calls.invoke(
                    new Delivery("apigateway.amazonaws.com", sourceArn, functionArn, payload, Map.of(), eventId));
            return switch (result) {
                case InvocationResult.Returned returned -> new Outcome.Returned(returned.payload());
                case InvocationResult.Failed failed ->
                    new Outcome.Failed(failed.errorType() + ": " + failed.errorMessage());
            };
        } catch (AwsException e) {
            return new Outcome.Refused(e.message());
        }
    }
}
