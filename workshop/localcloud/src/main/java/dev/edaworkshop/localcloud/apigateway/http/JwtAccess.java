package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.TokenVerifier;
import dev.edaworkshop.localcloud.apigateway.TokenVerifier.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets in whoever has a token of the issuer, for the audience, with one of the scopes.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT authorizers</a>
 */
final class JwtAccess {
    private static final String BEARER = "bearer ";

    private final TokenVerifier tokens;

    JwtAccess(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    Access decide(HttpAuthorizer.Jwt authorizer, List<String> scopes, Exchange exchange, String routeKey) {
        Optional<String> token = IdentitySources.values(authorizer.identitySources(), exchange, routeKey)
                .map(List::getFirst)
                .map(JwtAccess::withoutBearer);
        if (token.isEmpty()) {
            return new Access.Refused(HttpErrors.unauthorized(
                    "Bearer", "there is no token at " + String.join(", ", authorizer.identitySources())));
        }
        return switch (tokens.verify(token.get(), authorizer.issuer())) {
            case Verdict.Unknowable unknowable -> new Access.Refused(HttpErrors.internal(unknowable.reason()));
            case Verdict.Invalid invalid -> refuse(invalid.description());
            case Verdict.Valid valid -> judge(valid, authorizer, scopes);
        };
    }

    private static Access judge(Verdict.Valid token, HttpAuthorizer.Jwt authorizer, List<String> scopes) {
        List<String> audience = token.texts("aud").isEmpty() ? token.texts("client_id") : token.texts("aud");
        if (audience.stream().noneMatch(authorizer.audiences()::contains)) {
            return refuse("the token does not have a valid audience");
        }
        if (!scopes.isEmpty() && token.scopes().stream().noneMatch(scopes::contains)) {
            String challenge = "Bearer scope=\"%s\" error=\"insufficient_scope\"".formatted(String.join(" ", scopes));
            var answer = HttpErrors.forbidden(
                    "the token has the scopes %s, the route wants one of %s".formatted(token.scopes(), scopes));
            return new Access.Refused(new Answer(answer.response().with("www-authenticate", challenge), answer.why()));
        }
        return new Access.Granted(context(token, scopes));
    }

    private static ObjectNode context(Verdict.Valid token, List<String> scopes) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        ObjectNode jwt = authorizer.putObject("jwt");
        ObjectNode claims = jwt.putObject("claims");
        token.claims().forEach((name, value) -> claims.put(name, text(value)));
        if (scopes.isEmpty()) {
            jwt.putNull("scopes");
        } else {
            scopes.forEach(jwt.putArray("scopes")::add);
        }
        return authorizer;
    }

    /** All claims are texts; lists are written as {@code [a b]}. */
    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }

    private static Access refuse(String description) {
        return new Access.Refused(HttpErrors.unauthorized(
                "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"".formatted(description),
                description));
    }

    private static String withoutBearer(String value) {
        return value.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? value.substring(BEARER.length()).strip()
                : value;
    }
}
