package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.AuthorizerCache;
import dev.edaworkshop.localcloud.apigateway.Backend;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.PatientBackend;
import dev.edaworkshop.localcloud.apigateway.PolicyAnswer;
import dev.edaworkshop.localcloud.apigateway.ProxyEvent;
import dev.edaworkshop.localcloud.iam.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets a function decide, and remembers what it said.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda authorizers</a>
 */
final class LambdaAccess {
    /** As long as API Gateway waits for an authorizer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PatientBackend backend;
    private final AuthorizerCache cache;

    LambdaAccess(PatientBackend backend, AuthorizerCache cache) {
        this.backend = backend;
        this.cache = cache;
    }

    Access decide(HttpAuthorizer.Lambda authorizer, Exchange exchange, Definition.Match match) {
        Optional<List<String>> identity = IdentitySources.values(
                authorizer.identitySources(), exchange, match.route().key());
        if (identity.isEmpty()) {
            return new Access.Refused(HttpErrors.unauthorized(
                    "one of the identity sources is missing: " + String.join(", ", authorizer.identitySources())));
        }
        var key = new AuthorizerCache.Key(exchange.stage(), authorizer.id(), identity.get());
        Optional<JsonNode> known = authorizer.identitySources().isEmpty() ? Optional.empty() : cache.get(key);
        if (known.isPresent()) {
            return judge(authorizer, known.get(), exchange);
        }
        Backend.Outcome outcome = backend.invoke(
                PATIENCE,
                authorizer.functionArn(),
                exchange.arn("authorizers/" + authorizer.id()),
                exchange.requestId(),
                event(authorizer, identity.get(), exchange, match).toString());
        return switch (outcome) {
            case Backend.Outcome.Returned returned -> {
                JsonNode result = parse(returned.payload());
                Access access = judge(authorizer, result, exchange);
                cache.put(key, result, authorizer.timeToLive());
                yield access;
            }
            case Backend.Outcome.Failed failed -> broken(authorizer, failed.reason());
            case Backend.Outcome.Refused refused -> broken(authorizer, refused.reason());
            case Backend.Outcome.TimedOut late -> broken(authorizer, late.reason());
        };
    }

    private static Access judge(HttpAuthorizer.Lambda authorizer, JsonNode result, Exchange exchange) {
        if (authorizer.simpleResponses()) {
            if (!result.path("isAuthorized").isBoolean()) {
                return broken(authorizer, "its result has no boolean isAuthorized: " + result);
            }
            return result.path("isAuthorized").asBoolean()
                    ? granted(result.path("context"))
                    : new Access.Refused(HttpErrors.forbidden("authorizer %s says no".formatted(authorizer.name())));
        }
        try {
            PolicyAnswer answer = PolicyAnswer.parse(result);
            return answer.effect(exchange.methodArn()) == Policy.Effect.ALLOW
                    ? granted(answer.context())
                    : new Access.Refused(HttpErrors.forbidden("the policy of authorizer %s does not allow %s"
                            .formatted(authorizer.name(), exchange.methodArn())));
        } catch (IllegalArgumentException e) {
            return broken(authorizer, String.valueOf(e.getMessage()));
        }
    }

    private static Access granted(JsonNode context) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        authorizer.set("lambda", context.isObject() ? context : JsonNodeFactory.instance.nullNode());
        return new Access.Granted(authorizer);
    }

    private static Access broken(HttpAuthorizer.Lambda authorizer, String reason) {
        return new Access.Refused(HttpErrors.internal("authorizer %s failed: %s".formatted(authorizer.name(), reason)));
    }

    private static ObjectNode event(
            HttpAuthorizer.Lambda authorizer, List<String> identity, Exchange exchange, Definition.Match match) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", authorizer.payloadFormat());
        event.put("type", "REQUEST");
        if (authorizer.payloadFormat().equals("1.0")) {
            event.put("methodArn", exchange.methodArn());
            event.put("identitySource", String.join(",", identity));
            event.put("authorizationToken", String.join(",", identity));
            EventV1.putResource(event, exchange, match);
            ProxyEvent.putRequest(event, exchange, match.pathParameters());
            event.set("requestContext", EventV1.context(exchange, match, none));
        } else {
            event.put("routeArn", exchange.methodArn());
            identity.forEach(event.putArray("identitySource")::add);
            event.put("routeKey", match.route().key());
            EventV2.putRequest(event, exchange, match, none);
        }
        return event;
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A function's result is JSON", e);
        }
    }
}
