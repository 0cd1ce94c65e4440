package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.iam.Principal;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which access key stands for whom, in which account.
 *
 * <p>Signatures are not checked: the port is on the loopback interface, and the keys tell accounts and roles apart rather
 * than keeping secrets.
 *
 * @param <A> what a key leads to besides its principal: the account
 */
public final class Credentials<A> {
    private final Map<String, Identity<A>> identities = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** Whose key it is. */
    public record Identity<A>(A account, Principal principal) {}

    /** Issues a temporary access key for the principal. */
    public String issue(A account, Principal principal) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        StringBuilder key = new StringBuilder("ASIA");
        for (int i = 0; i < 16; i++) {
            key.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        identities.put(key.toString(), new Identity<>(account, principal));
        return key.toString();
    }

    public void revoke(String accessKey) {
        identities.remove(accessKey);
    }

    /** Forgets all keys of an account. */
    public void revokeAll(A account) {
        identities.values().removeIf(identity -> identity.account().equals(account));
    }

    public Optional<Identity<A>> identity(String accessKey) {
        return Optional.ofNullable(identities.get(accessKey));
    }
}
