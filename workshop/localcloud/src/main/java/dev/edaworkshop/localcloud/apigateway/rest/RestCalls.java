package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.apigateway.AuthorizerCache;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.iam.Principal;
import java.util.Optional;

/** From a method to the answer: who may call, whether the request is valid, the function, what its result means. */
final class RestCalls {
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final Services services;
    private final PoolAccess pools;
    private final LambdaAccess lambda;

    RestCalls(Services services, AuthorizerCache cache) {
        this.services = services;
        pools = new PoolAccess(services.tokens());
        lambda = new LambdaAccess(services.backend(), cache);
    }

    Answer answer(RestEvent event, Definition definition) {
        Exchange exchange = event.exchange();
        RestErrors errors = new RestErrors(definition, exchange);
        if (exchange.request().body().length > MAX_BODY_BYTES) {
            return errors.answer(GatewayError.REQUEST_TOO_LARGE, "the body has more than 10 MB");
        }
        Method method = event.match().method();
        return switch (access(event, definition, errors)) {
            case Access.Refused refused -> refused.answer();
            case Access.Granted granted ->
                RequestCheck.problem(event, definition, errors).orElseGet(() -> switch (method.integration()) {
                    case Method.Integration.Mock mock ->
                        new Answer(mock.response().answer(exchange.request()), "a mock integration");
                    case Method.Integration.Function function -> call(event, function, granted.authorizer(), errors);
                });
        };
    }

    private Access access(RestEvent event, Definition definition, RestErrors errors) {
        Method.Authorization authorization = event.match().method().authorization();
        if (authorization.type() == Method.Type.NONE) {
            return Access.Granted.toAnybody();
        }
        if (authorization.type() == Method.Type.AWS_IAM) {
            return iam(event.exchange(), errors);
        }
        Optional<RestAuthorizer> authorizer = authorization.authorizerId().map(definition.authorizers()::get);
        if (authorizer.isEmpty()) {
            return new Access.Refused(errors.answer(
                    GatewayError.API_CONFIGURATION_ERROR, "the method's authorizer is not part of the deployment"));
        }
        return switch (authorizer.get()) {
            case RestAuthorizer.UserPools userPools ->
                pools.decide(userPools, authorization.scopes(), event.exchange(), errors);
            case RestAuthorizer.Lambda function -> lambda.decide(function, event, errors);
        };
    }

    private Access iam(Exchange exchange, RestErrors errors) {
        Optional<Principal> caller = services.callers().signer(exchange.request());
        if (caller.isEmpty()) {
            return new Access.Refused(
                    errors.answer(GatewayError.MISSING_AUTHENTICATION_TOKEN, "the request is not signed"));
        }
        return services.callers()
                .denial(caller.get(), exchange.methodArn())
                .<Access>map(denial -> new Access.Refused(errors.answer(GatewayError.ACCESS_DENIED, denial, denial)))
                .orElseGet(Access.Granted::toAnybody);
    }

    private Answer call(
            RestEvent event, Method.Integration.Function function, ObjectNode authorizer, RestErrors errors) {
        if (!function.httpMethod().equals("POST")) {
            return errors.answer(
                    GatewayError.API_CONFIGURATION_ERROR,
                    "Lambda is called with POST, the integration says " + function.httpMethod());
        }
        boolean byIam = event.match().method().authorization().type() == Method.Type.AWS_IAM;
        Optional<Principal> caller =
                byIam ? services.callers().signer(event.exchange().request()) : Optional.empty();
        Outcome outcome = services.backend()
                .invoke(
                        function.patience(),
                        function.functionArn(),
                        event.sourceArn(),
                        event.exchange().requestId(),
                        event.toFunction(authorizer, caller).toString());
        return switch (outcome) {
            case Outcome.Returned returned -> read(returned.payload(), event, errors);
            case Outcome.Failed failed ->
                errors.answer(GatewayError.INTEGRATION_FAILURE, "the function failed: " + failed.reason());
            case Outcome.Refused refused -> errors.answer(GatewayError.API_CONFIGURATION_ERROR, refused.reason());
            case Outcome.TimedOut late -> errors.answer(GatewayError.INTEGRATION_TIMEOUT, late.reason());
        };
    }

    private static Answer read(String payload, RestEvent event, RestErrors errors) {
        try {
            String accept = event.exchange().request().header("Accept").orElse("*/*");
            return new Answer(ProxyAnswer.read(payload, event.binaryTypes(), accept));
        } catch (ProxyAnswer.Malformed e) {
            return errors.answer(GatewayError.INTEGRATION_FAILURE, String.valueOf(e.getMessage()));
        }
    }
}
