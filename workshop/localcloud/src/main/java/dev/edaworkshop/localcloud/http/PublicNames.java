package dev.edaworkshop.localcloud.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that lead to an account by themselves, because nobody signs a request that uses them: ids of APIs, which are
 * host names, of user pools, which are issuers, and of their clients.
 *
 * <p>As in AWS, they are unique across accounts.
 *
 * @param <A> an account
 */
public final class PublicNames<A> {
    private final Map<String, A> owners = new ConcurrentHashMap<>();

    /** A name for the account: the wanted one or, if another account has it, one that begins like it. */
    public String claim(String wanted, A account) {
        String name = wanted;
        for (int i = 1; owners.putIfAbsent(name, account) != null; i++) {
            String suffix = Integer.toString(i, Character.MAX_RADIX);
            name = wanted.substring(0, wanted.length() - suffix.length()) + suffix;
        }
        return name;
    }

    public void release(String name) {
        owners.remove(name);
    }

    /** Gives back all names of an account. */
    public void releaseAll(A account) {
        owners.values().removeIf(account::equals);
    }

    public Optional<A> owner(String name) {
        return Optional.ofNullable(owners.get(name));
    }
}
