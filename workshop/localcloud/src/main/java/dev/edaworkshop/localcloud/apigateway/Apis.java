package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The deployed APIs of an account, REST and HTTP, by id. */
public final class Apis {
    private final AccountContext account;
    private final UnaryOperator<String> claim;
    private final Consumer<String> release;
    private final Map<String, Api> apis = new ConcurrentSkipListMap<>();

    /**
     * @param claim gives a free id for a wanted one: ids are unique across accounts
     * @param release gives an id back
     */
    public Apis(AccountContext account, UnaryOperator<String> claim, Consumer<String> release) {
        this.account = account;
        this.claim = claim;
        this.release = release;
    }

    /** Makes an API whose id is the wanted one, if no other API has it. */
    public <T extends Api> T create(String wantedId, java.util.function.Function<String, T> factory) {
        T api = factory.apply(claim.apply(wantedId));
        apis.put(api.id(), api);
        return api;
    }

    public void delete(String id) {
        if (apis.remove(id) != null) {
            release.accept(id);
        }
    }

    public <T extends Api> Optional<T> find(Class<T> kind, String id) {
        return Optional.ofNullable(apis.get(id)).filter(kind::isInstance).map(kind::cast);
    }

    public <T extends Api> List<T> all(Class<T> kind) {
        return apis.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Lets the API answer; work for it keeps the cloud from looking idle. */
    public WebResponse handle(String id, WebRequest request) {
        Api api = apis.get(id);
        if (api == null) {
            return ApiAddress.unknown(id);
        }
        try (var busy = account.clock().busy("API " + id)) {
            return api.handle(request);
        }
    }
}
