package dev.edaworkshop.lab5.checks.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab5.product.ProductStore;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.storage.JdbcProductStore;
import org.junit.jupiter.api.Test;

class JdbcProductStoreTest implements ProductStoreContract {

    private static final ProductStore STORE = new JdbcProductStore("jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1");

    @Override
    public ProductStore store() {
        return STORE;
    }

    @Test
    void a_database_that_is_away_is_unavailable() {
        var store = new JdbcProductStore("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");

        assertThatThrownBy(() -> store.find("p-1")).isInstanceOf(StoreUnavailableException.class);
    }
}
