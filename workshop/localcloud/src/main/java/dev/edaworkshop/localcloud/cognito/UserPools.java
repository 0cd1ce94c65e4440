package dev.edaworkshop.localcloud.cognito;

import com.nimbusds.jose.jwk.JWKSet;
import dev.edaworkshop.localcloud.AccountContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The user pools of an account, and their clients. */
public final class UserPools {
    private final AccountContext account;
    private final UnaryOperator<String> claim;
    private final Consumer<String> release;
    private final Map<String, UserPool> pools = new ConcurrentSkipListMap<>();
    private final Map<String, PoolClient> clients = new ConcurrentSkipListMap<>();

    /**
     * @param claim gives a free id for a wanted one: ids are unique across accounts
     * @param release gives an id back
     */
    public UserPools(AccountContext account, UnaryOperator<String> claim, Consumer<String> release) {
        this.account = account;
        this.claim = claim;
        this.release = release;
    }

    /** @param wantedId without the region, which comes before it */
    public UserPool create(String wantedId, UserPool.Settings settings) {
        UserPool pool = new UserPool(claim.apply(account.region() + "_" + wantedId), settings, account);
        pools.put(pool.id(), pool);
        return pool;
    }

    /** Deletes the pool with its users and clients; does nothing if there is none. */
    public void delete(String id) {
        if (pools.remove(id) != null) {
            release.accept(id);
            clientsOf(id).forEach(client -> deleteClient(client.id()));
        }
    }

    public Optional<UserPool> find(String id) {
        return Optional.ofNullable(pools.get(id));
    }

    public List<UserPool> all() {
        return List.copyOf(pools.values());
    }

    /** @param factory makes the client with the id it gets */
    public PoolClient createClient(String wantedId, Function<String, PoolClient> factory) {
        PoolClient client = factory.apply(claim.apply(wantedId));
        clients.put(client.id(), client);
        return client;
    }

    public void changeClient(PoolClient client) {
        clients.put(client.id(), client);
    }

    public void deleteClient(String id) {
        if (clients.remove(id) != null) {
            release.accept(id);
        }
    }

    public Optional<PoolClient> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    public List<PoolClient> clientsOf(String poolId) {
        return clients.values().stream()
                .filter(client -> client.poolId().equals(poolId))
                .toList();
    }

    /** The keys of the pool whose tokens have this issuer. */
    public Optional<JWKSet> keysOf(String issuer) {
        return pools.values().stream()
                .filter(pool -> pool.issuer().equals(issuer))
                .findFirst()
                .map(UserPool::keys);
    }

    /** What is published of a pool: {@code jwks.json} or {@code openid-configuration}. */
    public Optional<String> wellKnown(String poolId, String document) {
        return find(poolId)
                .map(pool -> document.equals("jwks.json")
                        ? pool.keys().toString()
                        : """
                        {"issuer":"%s","jwks_uri":"%s/%s/.well-known/jwks.json","id_token_signing_alg_values_supported":["RS256"],"subject_types_supported":["public"],"response_types_supported":["code","token"]}""".formatted(pool.issuer(), account.endpoint(), pool.id()));
    }
}
