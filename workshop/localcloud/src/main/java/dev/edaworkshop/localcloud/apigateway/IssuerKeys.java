package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The public keys of those who issue tokens: the user pools of the account, and issuers on this machine, which are asked
 * anew each time. Others are not asked: the local cloud leaves the machine for nobody.
 */
public final class IssuerKeys {
    /** As long as API Gateway waits. */
    private static final int PATIENCE_MILLIS = 1_500;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, Optional<JWKSet>> userPools;

    /** @param userPools gives the keys of a user pool by its issuer */
    public IssuerKeys(Function<String, Optional<JWKSet>> userPools) {
        this.userPools = userPools;
    }

    /** What is known of an issuer. */
    public sealed interface Keys {
        record Found(JWKSet keys) implements Keys {}

        record Unavailable(String reason) implements Keys {}
    }

    public Keys of(String issuer) {
        Optional<JWKSet> ofPool = userPools.apply(issuer);
        if (ofPool.isPresent()) {
            return new Keys.Found(ofPool.get());
        }
        try {
            if (!isHere(URI.create(issuer))) {
                return new Keys.Unavailable(
                        "The issuer %s is neither a user pool of this account nor on this machine, and the local cloud asks no others. Use a user pool, or an issuer on 127.0.0.1."
                                .formatted(issuer));
            }
            String configuration = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
            URI jwks = URI.create(JSON.readTree(get(URI.create(configuration)))
                    .path("jwks_uri")
                    .asText());
            if (!isHere(jwks)) {
                return new Keys.Unavailable(
                        "The issuer %s has its keys at '%s', which is not on this machine.".formatted(issuer, jwks));
            }
            return new Keys.Found(JWKSet.parse(get(jwks)));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            return new Keys.Unavailable(
                    "The keys of the issuer %s cannot be read: %s".formatted(issuer, e.getMessage()));
        }
    }

    private static boolean isHere(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
    }

    private static String get(URI uri) throws IOException {
        URL url = uri.toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(java.net.Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
