package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Principal;
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

    /** Whose key it is. */
    public record Identity<A>(A account, Principal principal) {}

    /** Issues a temporary access key for the principal. */
    public String issue(A account, Principal principal) {
        String key = AccessKeys.newKey();
        assign(key, account, principal);
        return key;
    }

    /** From now on the access key stands for the principal. */
    public void assign(String accessKey, A account, Principal principal) {
        identities.put(accessKey, new Identity<>(account, principal));
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
