package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Access;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.TokenVerifier;
import dev.edaworkshop.localcloud.apigateway.TokenVerifier.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets in whoever has a token of one of the user pools: an ID token or, if the method has scopes, an access token with
 * one of them.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html">Cognito user pools as authorizer</a>
 */
final class PoolAccess {
    private static final String BEARER = "bearer ";
    private static final DateTimeFormatter JAVA_DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final TokenVerifier tokens;

    PoolAccess(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    Access decide(RestAuthorizer.UserPools authorizer, List<String> scopes, Exchange exchange, RestErrors errors) {
        String source = authorizer.identitySources().getFirst();
        Optional<String> token =
                RestParameters.value(source, exchange, Map.of()).map(PoolAccess::withoutBearer);
        if (token.isEmpty()) {
            return refuse(errors, GatewayError.UNAUTHORIZED, "there is no token at " + source);
        }
        String why = "no user pool has issued the token";
        for (String poolArn : authorizer.poolArns()) {
            switch (tokens.verify(token.get(), issuer(poolArn))) {
                case Verdict.Valid valid -> {
                    return judge(valid, scopes, errors);
                }
                case Verdict.Invalid invalid -> {
                    if (invalid.expired()) {
                        return refuse(errors, GatewayError.EXPIRED_TOKEN, invalid.description());
                    }
                    why = invalid.description();
                }
                case Verdict.Unknowable unknowable -> why = unknowable.reason();
            }
        }
        return refuse(errors, GatewayError.UNAUTHORIZED, why);
    }

    private static Access judge(Verdict.Valid token, List<String> scopes, RestErrors errors) {
        String use = token.text("token_use").orElse("");
        if (scopes.isEmpty() && !use.equals("id")) {
            return refuse(
                    errors,
                    GatewayError.UNAUTHORIZED,
                    "the method has no scopes, so it wants an ID token; this is an %s token".formatted(use));
        }
        if (!scopes.isEmpty() && !use.equals("access")) {
            return refuse(
                    errors,
                    GatewayError.UNAUTHORIZED,
                    "the method has scopes, so it wants an access token; this is an %s token".formatted(use));
        }
        if (!scopes.isEmpty() && token.scopes().stream().noneMatch(scopes::contains)) {
            // Whether AWS answers 401 or 403 is not established; this is ours.
            return refuse(
                    errors,
                    GatewayError.UNAUTHORIZED,
                    "the token has the scopes %s, the method wants one of %s".formatted(token.scopes(), scopes));
        }
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        ObjectNode claims = authorizer.putObject("claims");
        token.claims().forEach((name, value) -> claims.put(name, text(name, value)));
        return new Access.Granted(authorizer);
    }

    /** All claims are texts: lists with commas, times as Java writes them. */
    private static String text(String name, Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Date date -> JAVA_DATE.format(date.toInstant());
            case Long seconds
            when name.equals("exp") || name.equals("iat") -> JAVA_DATE.format(Instant.ofEpochSecond(seconds));
            default -> String.valueOf(value);
        };
    }

    /** {@code arn:aws:cognito-idp:<region>:<account>:userpool/<id>} as tokens name it. */
    private static String issuer(String poolArn) {
        String[] parts = poolArn.split(":", 6);
        return "https://cognito-idp.%s.amazonaws.com/%s".formatted(parts[3], parts[5].substring("userpool/".length()));
    }

    private static Access refuse(RestErrors errors, GatewayError error, String why) {
        return new Access.Refused(errors.answer(error, why));
    }

    private static String withoutBearer(String value) {
        return value.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? value.substring(BEARER.length()).strip()
                : value;
    }
}
