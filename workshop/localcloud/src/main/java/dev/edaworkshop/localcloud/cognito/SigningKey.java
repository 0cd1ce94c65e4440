package dev.edaworkshop.localcloud.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of a pool, made when it is first needed: that takes a while. Its own monitor guards it. */
final class SigningKey {
    private static final int BITS = 2048;

    private @Nullable RSAKey rsa;

    synchronized RSAKey rsa() {
        RSAKey made = rsa;
        if (made == null) {
            try {
                made = new RSAKeyGenerator(BITS)
                        .keyID(UUID.randomUUID().toString())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("Every JDK makes RSA keys", e);
            }
            rsa = made;
        }
        return made;
    }

    String sign(JWTClaimsSet claims) {
        RSAKey with = rsa();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException("An RSA key signs", e);
        }
        return token.serialize();
    }
}
