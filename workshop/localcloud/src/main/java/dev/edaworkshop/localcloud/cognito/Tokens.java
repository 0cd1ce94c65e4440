package dev.edaworkshop.localcloud.cognito;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/**
 * Issues tokens, signed with the pool's key.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html">Tokens</a>
 */
final class Tokens {
    /** What a user who signed in by this API may do: with themselves. */
    private static final String OWN_SCOPE = "aws.cognito.signin.user.admin";

    private final InstantSource clock;
    private final Map<String, Refresh> refreshTokens = new ConcurrentHashMap<>();

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    private record Refresh(String clientId, String sub, Instant until, String originJti, Instant authTime) {}

    /** Tokens for a user who has just signed in. */
    AuthenticationResultType signIn(UserPool pool, PoolClient client, User user) {
        Instant now = clock.instant();
        String originJti = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID() + "." + UUID.randomUUID();
        refreshTokens.put(
                refresh, new Refresh(client.id(), user.sub(), now.plus(client.refreshTokenValidity()), originJti, now));
        return issue(pool, client, user, originJti, now).toBuilder()
                .refreshToken(refresh)
                .build();
    }

    /** New tokens for a user who signed in before. */
    AuthenticationResultType refresh(UserPool pool, PoolClient client, String refreshToken) {
        Refresh refresh = Optional.ofNullable(refreshTokens.get(refreshToken))
                .filter(known -> known.clientId().equals(client.id()))
                .orElseThrow(() -> CognitoErrors.notAuthorized("Invalid Refresh Token"));
        if (!clock.instant().isBefore(refresh.until())) {
            throw CognitoErrors.notAuthorized("Refresh Token has expired");
        }
        return issue(pool, client, pool.user(refresh.sub()), refresh.originJti(), refresh.authTime());
    }

    private AuthenticationResultType issue(
            UserPool pool, PoolClient client, User user, String originJti, Instant authTime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder id = claims(pool, user, originJti, authTime, now, client.idTokenValidity())
                .audience(client.id())
                .claim("token_use", "id")
                .claim("cognito:username", user.username());
        user.attributes().forEach((name, value) -> id.claim(name, attribute(name, value)));
        JWTClaimsSet access = claims(pool, user, originJti, authTime, now, client.accessTokenValidity())
                .claim("client_id", client.id())
                .claim("token_use", "access")
                .claim("scope", OWN_SCOPE)
                .claim("username", user.username())
                .build();
        return AuthenticationResultType.builder()
                .idToken(pool.key().sign(id.build()))
                .accessToken(pool.key().sign(access))
                .expiresIn(Math.toIntExact(client.accessTokenValidity().toSeconds()))
                .tokenType("Bearer")
                .build();
    }

    private static JWTClaimsSet.Builder claims(
            UserPool pool, User user, String originJti, Instant authTime, Instant now, Duration validity) {
        return new JWTClaimsSet.Builder()
                .subject(user.sub())
                .issuer(pool.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .jwtID(UUID.randomUUID().toString())
                .claim("origin_jti", originJti)
                .claim("event_id", UUID.randomUUID().toString())
                .claim("auth_time", authTime.getEpochSecond());
    }

    /** Whether something has been verified is a boolean in tokens, and a text elsewhere. */
    private static Object attribute(String name, String value) {
        return name.endsWith("_verified") ? (Object) Boolean.valueOf(value) : value;
    }
}
