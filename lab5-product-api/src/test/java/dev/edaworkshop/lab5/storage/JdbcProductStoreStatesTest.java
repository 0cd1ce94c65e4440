package dev.edaworkshop.lab5.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Some drivers, PostgreSQL's among them, tell a failure by its SQL state alone. */
class JdbcProductStoreStatesTest {

    private final FailingDriver driver = new FailingDriver();
    private final JdbcProductStore store = new JdbcProductStore(FailingDriver.URL);

    @BeforeEach
    void register() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void deregister() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    @Test
    void a_key_that_is_there_already_refuses_the_write() {
        driver.failsWith(new SQLException("duplicate key value violates unique constraint", "23505"));

        assertThatThrownBy(() -> store.insert(boat())).isInstanceOf(WriteRefusedException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "57P01"})
    void any_other_failure_is_an_unavailable_store(String state) {
        driver.failsWith(new SQLException("the connection is gone", state));

        assertThatThrownBy(() -> store.insert(boat())).isInstanceOf(StoreUnavailableException.class);
    }

    private static Product boat() {
        var details = new ProductDetails(
                "TOY-0001", "Wooden boat", "toys", new BigDecimal("24.90"), new BigDecimal("11.20"), "eu");
        Instant now = Instant.parse("2026-11-28T09:15:00Z");
        return new Product("p-1", details, 1, now, now, "c-1");
    }
}
