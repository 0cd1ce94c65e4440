package dev.edaworkshop.lab5.storage;

import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import dev.edaworkshop.lab5.product.ProductStore;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps products in a table of an SQL database.
 *
 * <p>A function handles one request at a time, so one connection is enough; it is opened when it is first needed, and
 * again when it broke.
 */
public final class JdbcProductStore implements ProductStore {

    // In production a migration tool does this, before the function is deployed.
    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS products (
                product_id VARCHAR(64) PRIMARY KEY,
                sku VARCHAR(64) NOT NULL,
                name VARCHAR(200) NOT NULL,
                category VARCHAR(64) NOT NULL,
                price DECIMAL(12, 2) NOT NULL,
                cost DECIMAL(12, 2) NOT NULL,
                region VARCHAR(16) NOT NULL,
                version BIGINT NOT NULL,
                created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                correlation_id VARCHAR(64) NOT NULL);
            CREATE INDEX IF NOT EXISTS product_by_category ON products (category, product_id)""";

    private static final int SECONDS_TO_ANSWER = 2;

    /** The class of SQL states; the key is the only constraint that a product can violate. */
    private static final String INTEGRITY_VIOLATION = "23";

    private final String url;
    private @Nullable Connection connection;

    /** @param url JDBC's, with everything that is needed to connect */
    public JdbcProductStore(String url) {
        this.url = url;
    }

    static JdbcProductStore fromEnvironment(Map<String, String> environment) {
        return new JdbcProductStore(ProductStores.required(environment, "PRODUCT_JDBC_URL"));
    }

    @Override
    public Optional<Product> find(String productId) {
        return asking("SELECT * FROM products WHERE product_id = ?", select -> {
            select.setString(1, productId);
            return products(select).stream().findFirst();
        });
    }

    @Override
    public void insert(Product product) {
        try {
            asking(
                    "INSERT INTO products (sku, name, category, price, cost, region, version, created_at, updated_at,"
                            + " correlation_id, product_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    insert -> {
                        fill(insert, product);
                        return insert.executeUpdate();
                    });
        } catch (DuplicateKeyException e) {
            throw new WriteRefusedException(product.productId(), e);
        }
    }

    @Override
    public void replace(Product product, long expectedVersion) {
        int rows = asking(
                "UPDATE products SET sku = ?, name = ?, category = ?, price = ?, cost = ?, region = ?, version = ?,"
                        + " created_at = ?, updated_at = ?, correlation_id = ? WHERE product_id = ? AND version = ?",
                update -> {
                    fill(update, product);
                    update.setLong(12, expectedVersion);
                    return update.executeUpdate();
                });
        requireOne(rows, product.productId());
    }

    @Override
    public void delete(String productId, OptionalLong expectedVersion) {
        String sql = "DELETE FROM products WHERE product_id = ?";
        int rows = asking(expectedVersion.isPresent() ? sql + " AND version = ?" : sql, delete -> {
            delete.setString(1, productId);
            if (expectedVersion.isPresent()) {
                delete.setLong(2, expectedVersion.getAsLong());
            }
            return delete.executeUpdate();
        });
        requireOne(rows, productId);
    }

    @Override
    public ProductPage list(ProductQuery query) {
        String category = query.category().isPresent() ? " AND category = ?" : "";
        List<Product> products = asking(
                "SELECT * FROM products WHERE product_id > ?" + category + " ORDER BY product_id LIMIT ?", select -> {
                    int parameter = 1;
                    select.setString(parameter++, query.after().orElse(""));
                    if (query.category().isPresent()) {
                        select.setString(parameter++, query.category().get());
                    }
                    // One more than asked for tells whether there is another page.
                    select.setInt(parameter, query.limit() + 1);
                    return products(select);
                });
        boolean more = products.size() > query.limit();
        List<Product> page = more ? products.subList(0, query.limit()) : products;
        return new ProductPage(page, more ? Optional.of(page.getLast().productId()) : Optional.empty());
    }

    private static void requireOne(int rows, String productId) {
        if (rows == 0) {
            throw new WriteRefusedException(productId);
        }
    }

    /** SQL's exceptions end here. */
    private synchronized <T> T asking(String sql, Question<T> question) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            return question.ask(statement);
        } catch (SQLException e) {
            throw isDuplicateKey(e)
                    ? new DuplicateKeyException(e)
                    : new StoreUnavailableException("The database does not answer", e);
        }
    }

    /** Not every driver has a class of exceptions for it, but each tells the state. */
    private static boolean isDuplicateKey(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith(INTEGRITY_VIOLATION);
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null || !open.isValid(SECONDS_TO_ANSWER)) {
            open = DriverManager.getConnection(url);
            try (Statement statement = open.createStatement()) {
                statement.execute(SCHEMA);
            }
            connection = open;
        }
        return open;
    }

    private static void fill(PreparedStatement statement, Product product) throws SQLException {
        ProductDetails details = product.details();
        statement.setString(1, details.sku());
        statement.setString(2, details.name());
        statement.setString(3, details.category());
        statement.setBigDecimal(4, details.price());
        statement.setBigDecimal(5, details.cost());
        statement.setString(6, details.region());
        statement.setLong(7, product.version());
        statement.setObject(8, product.createdAt().atOffset(ZoneOffset.UTC));
        statement.setObject(9, product.updatedAt().atOffset(ZoneOffset.UTC));
        statement.setString(10, product.correlationId());
        statement.setString(11, product.productId());
    }

    private static List<Product> products(PreparedStatement select) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                products.add(new Product(
                        row.getString("product_id"),
                        new ProductDetails(
                                row.getString("sku"),
                                row.getString("name"),
                                row.getString("category"),
                                row.getBigDecimal("price"),
                                row.getBigDecimal("cost"),
                                row.getString("region")),
                        row.getLong("version"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        row.getString("correlation_id")));
            }
        }
        return products;
    }

    private interface Question<T> {

        T ask(PreparedStatement statement) throws SQLException;
    }

    private static final class DuplicateKeyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DuplicateKeyException(SQLException cause) {
            super(cause);
        }
    }
}
