package dev.edaworkshop.localcloud.apigateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks JSON web tokens: signature, issuer and time. Who may do what with one is for authorizers to say.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT authorizers</a>
 */
public final class TokenVerifier {
    private final IssuerKeys issuerKeys;
    private final InstantSource clock;

    public TokenVerifier(IssuerKeys issuerKeys, InstantSource clock) {
        this.issuerKeys = issuerKeys;
        this.clock = clock;
    }

    /** What a token is worth. */
    public sealed interface Verdict {
        record Valid(Map<String, Object> claims) implements Verdict {
            public Optional<String> text(String claim) {
                return Optional.ofNullable(claims.get(claim)).map(Object::toString);
            }

            /** A claim that may be one text or a list of them. */
            public List<String> texts(String claim) {
                return switch (claims.get(claim)) {
                    case null -> List.of();
                    case List<?> list -> list.stream().map(Object::toString).toList();
                    case Object one -> List.of(one.toString());
                };
            }

            /** What the token allows, whatever the issuer calls it. */
            public List<String> scopes() {
                return Stream.of("scope", "scp")
                        .flatMap(claim -> texts(claim).stream())
                        .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                        .filter(scope -> !scope.isEmpty())
                        .toList();
            }
        }

        /** @param description such as {@code the token has expired} */
        record Invalid(String description, boolean expired) implements Verdict {}

        /** The issuer's keys cannot be had. */
        record Unknowable(String reason) implements Verdict {}
    }

    public Verdict verify(String token, String issuer) {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(token);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            return invalid("the token is malformed");
        }
        return switch (issuerKeys.of(issuer)) {
            case IssuerKeys.Keys.Unavailable unavailable -> new Verdict.Unknowable(unavailable.reason());
            case IssuerKeys.Keys.Found found ->
                isSignedBy(found.keys(), jwt)
                        ? judge(claims, issuer)
                        : invalid("the signature of the token is invalid");
        };
    }

    private Verdict judge(JWTClaimsSet claims, String issuer) {
        Instant now = clock.instant();
        if (!issuer.equals(claims.getIssuer())) {
            return invalid("the token does not have a valid issuer");
        }
        if (claims.getExpirationTime() == null
                || !now.isBefore(claims.getExpirationTime().toInstant())) {
            return new Verdict.Invalid("the token has expired", true);
        }
        boolean tooEarly = Stream.of(claims.getNotBeforeTime(), claims.getIssueTime())
                .anyMatch(from -> from != null && now.isBefore(from.toInstant()));
        return tooEarly ? invalid("the token is not valid yet") : new Verdict.Valid(claims.toJSONObject());
    }

    private static boolean isSignedBy(JWKSet keys, SignedJWT jwt) {
        JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        if (!(key instanceof RSAKey rsa)
                || !JWSAlgorithm.Family.RSA.contains(jwt.getHeader().getAlgorithm())) {
            return false;
        }
        try {
            return jwt.verify(new RSASSAVerifier(rsa));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Verdict invalid(String description) {
        return new Verdict.Invalid(description, false);
    }
}
