package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.apigateway.AuthorizerCache;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.iam.Principal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** From a route to the answer: who may call, the function's event, what its result means. */
final class HttpCalls {
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
    /** Of Lambda, for synchronous invocations. */
    private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    private final Services services;
    private final JwtAccess jwt;
    private final LambdaAccess lambda;

    HttpCalls(Services services, AuthorizerCache cache) {
        this.services = services;
        jwt = new JwtAccess(services.tokens());
        lambda = new LambdaAccess(services.backend(), cache);
    }

    Answer answer(Exchange exchange, Definition definition, Definition.Match match) {
        if (exchange.request().body().length > MAX_BODY_BYTES) {
            return HttpErrors.tooLarge("the body has more than 10 MB");
        }
        return switch (access(exchange, definition, match)) {
            case Access.Refused refused -> refused.answer();
            case Access.Granted granted ->
                match.route()
                        .integrationId()
                        .map(definition.integrations()::get)
                        .map(integration -> call(exchange, match, integration, granted.authorizer()))
                        .orElseGet(() -> HttpErrors.internal("the route %s has no integration"
                                .formatted(match.route().key())));
        };
    }

    private Access access(Exchange exchange, Definition definition, Definition.Match match) {
        Route.Authorization authorization = match.route().authorization();
        if (authorization.type() == Route.Type.NONE) {
            return Access.Granted.toAnybody();
        }
        if (authorization.type() == Route.Type.AWS_IAM) {
            return iam(exchange);
        }
        Optional<HttpAuthorizer> authorizer = authorization.authorizerId().map(definition.authorizers()::get);
        if (authorizer.isEmpty()) {
            return new Access.Refused(HttpErrors.internal("the route's authorizer does not exist"));
        }
        return switch (authorizer.get()) {
            case HttpAuthorizer.Jwt tokens ->
                jwt.decide(
                        tokens, authorization.scopes(), exchange, match.route().key());
            case HttpAuthorizer.Lambda function -> lambda.decide(function, exchange, match);
        };
    }

    private Access iam(Exchange exchange) {
        Optional<Principal> caller = services.callers().signer(exchange.request());
        if (caller.isEmpty()) {
            return new Access.Refused(HttpErrors.forbidden("the request is not signed"));
        }
        Optional<String> denial = services.callers().denial(caller.get(), exchange.methodArn());
        if (denial.isPresent()) {
            return new Access.Refused(HttpErrors.forbidden(denial.get()));
        }
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        ObjectNode iam = authorizer.putObject("iam");
        iam.put("accountId", services.account().accountId());
        iam.put("userArn", caller.get().arn());
        return new Access.Granted(authorizer);
    }

    private Answer call(Exchange exchange, Definition.Match match, Integration integration, ObjectNode authorizer) {
        boolean v2 = integration.payloadFormat().equals("2.0");
        String event =
                (v2 ? EventV2.of(exchange, match, authorizer) : EventV1.of(exchange, match, authorizer)).toString();
        if (event.getBytes(StandardCharsets.UTF_8).length > MAX_EVENT_BYTES) {
            return HttpErrors.tooLarge("the function's event would have more than 6 MB");
        }
        Outcome outcome = services.backend()
                .invoke(
                        integration.patience(),
                        integration.functionArn(),
                        exchange.arn(exchange.stage() + "/" + sourcePath(exchange, match)),
                        exchange.requestId(),
                        event);
        return switch (outcome) {
            case Outcome.Returned returned ->
                v2 ? FunctionAnswer.v2(returned.payload()) : FunctionAnswer.v1(returned.payload());
            case Outcome.Failed failed -> HttpErrors.internal("the function failed: " + failed.reason());
            case Outcome.Refused refused -> HttpErrors.internal(refused.reason());
            case Outcome.TimedOut late -> HttpErrors.unavailable(late.reason());
        };
    }

    /** What follows the stage in the ARN on whose behalf a function is invoked: with the route's path, not the client's. */
    private static String sourcePath(Exchange exchange, Definition.Match match) {
        RouteKey key = match.route().routeKey();
        return key.isDefault()
                ? RouteKey.DEFAULT
                : exchange.request().method() + key.path().template();
    }
}
