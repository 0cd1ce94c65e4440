package dev.edaworkshop.localcloud.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app client of a user pool.
 *
 * @param authFlows such as {@code ALLOW_USER_PASSWORD_AUTH}
 */
public record PoolClient(
        String id,
        String name,
        String poolId,
        Optional<String> secret,
        Set<String> authFlows,
        Duration accessTokenValidity,
        Duration idTokenValidity,
        Duration refreshTokenValidity) {
    /** What a client may do unless it is told otherwise. */
    public static final Set<String> DEFAULT_FLOWS =
            Set.of("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");

    public PoolClient {
        authFlows = Set.copyOf(authFlows);
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if the client has a secret and this is not the hash for it */
    void checkSecretHash(String username, Optional<String> hash) {
        if (secret.isEmpty()) {
            return;
        }
        if (hash.isEmpty()) {
            throw CognitoErrors.notAuthorized(
                    "Client %s is configured with secret but SECRET_HASH was not received".formatted(id));
        }
        byte[] given = hash.get().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, secretHash(secret.get(), username).getBytes(StandardCharsets.UTF_8))) {
            throw CognitoErrors.notAuthorized("Unable to verify secret hash for client " + id);
        }
    }

    private String secretHash(String key, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((username + id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
