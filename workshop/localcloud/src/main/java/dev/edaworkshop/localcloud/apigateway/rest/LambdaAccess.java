package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.AuthorizerCache;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.PatientBackend;
import dev.edaworkshop.localcloud.apigateway.PolicyAnswer;
import java.util.List;
import java.util.Optional;

/**
 * Lets a function decide by a policy, and remembers what it said.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html">Lambda authorizers</a>
 */
final class LambdaAccess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PatientBackend backend;
    private final AuthorizerCache cache;

    LambdaAccess(PatientBackend backend, AuthorizerCache cache) {
        this.backend = backend;
        this.cache = cache;
    }

    Access decide(RestAuthorizer.Lambda authorizer, RestEvent request, RestErrors errors) {
        List<Optional<String>> found = authorizer.identitySources().stream()
                .map(source -> RestParameters.value(
                        source, request.exchange(), request.match().pathParameters()))
                .toList();
        if (!found.stream().allMatch(Optional::isPresent)) {
            return refuse(
                    errors,
                    GatewayError.UNAUTHORIZED,
                    "one of the identity sources is missing: " + String.join(", ", authorizer.identitySources()));
        }
        List<String> identity = found.stream().map(Optional::get).toList();
        if (authorizer
                .validation()
                .filter(regex -> !identity.getFirst().matches(regex))
                .isPresent()) {
            return refuse(
                    errors, GatewayError.UNAUTHORIZED, "the token does not match the identity validation expression");
        }
        var key = new AuthorizerCache.Key(request.exchange().stage(), authorizer.id(), identity);
        Optional<JsonNode> known = identity.isEmpty() ? Optional.empty() : cache.get(key);
        return known.isPresent()
                ? judge(authorizer, known.get(), request, errors)
                : ask(authorizer, key, request, errors);
    }

    private Access ask(
            RestAuthorizer.Lambda authorizer, AuthorizerCache.Key key, RestEvent request, RestErrors errors) {
        Outcome outcome = backend.invoke(
                Method.Integration.Function.LONGEST,
                authorizer.functionArn(),
                request.exchange().arn("authorizers/" + authorizer.id()),
                request.exchange().requestId(),
                request.toAuthorizer(authorizer, key.identity()).toString());
        return switch (outcome) {
            case Outcome.Returned returned -> {
                JsonNode result = parse(returned.payload());
                Access access = judge(authorizer, result, request, errors);
                cache.put(key, result, authorizer.timeToLive());
                yield access;
            }
            // By this message a function says that the token is not valid.
            case Outcome.Failed failed
            when failed.reason().endsWith(": Unauthorized") ->
                refuse(errors, GatewayError.UNAUTHORIZED, "the authorizer threw \"Unauthorized\"");
            case Outcome.Failed failed -> broken(errors, authorizer, failed.reason());
            case Outcome.Refused refused -> broken(errors, authorizer, refused.reason());
            case Outcome.TimedOut late -> broken(errors, authorizer, late.reason());
        };
    }

    private static Access judge(
            RestAuthorizer.Lambda authorizer, JsonNode result, RestEvent request, RestErrors errors) {
        try {
            PolicyAnswer answer = PolicyAnswer.parse(result);
            String method = request.exchange().methodArn();
            return switch (answer.effect(method)) {
                case ALLOW -> granted(answer);
                case DENY -> denied(errors, " with an explicit deny", authorizer, method);
                case NONE -> denied(errors, "", authorizer, method);
            };
        } catch (IllegalArgumentException e) {
            return broken(errors, authorizer, String.valueOf(e.getMessage()));
        }
    }

    private static Access granted(PolicyAnswer answer) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        authorizer.put("principalId", answer.principalId());
        answer.context()
                .properties()
                .forEach(
                        entry -> authorizer.put(entry.getKey(), entry.getValue().asText()));
        return new Access.Granted(authorizer);
    }

    private static Access denied(RestErrors errors, String how, RestAuthorizer.Lambda authorizer, String method) {
        return new Access.Refused(errors.answer(
                GatewayError.ACCESS_DENIED,
                "User is not authorized to access this resource" + how,
                "the policy of authorizer %s does not allow %s".formatted(authorizer.name(), method)));
    }

    private static Access broken(RestErrors errors, RestAuthorizer.Lambda authorizer, String reason) {
        return refuse(
                errors,
                GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                "authorizer %s failed: %s".formatted(authorizer.name(), reason));
    }

    private static Access refuse(RestErrors errors, GatewayError error, String why) {
        return new Access.Refused(errors.answer(error, why));
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A function's result is JSON", e);
        }
    }
}
