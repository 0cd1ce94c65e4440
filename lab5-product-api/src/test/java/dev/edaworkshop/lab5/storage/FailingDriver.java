package dev.edaworkshop.lab5.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Connects to nothing; each update fails as it is told. */
final class FailingDriver implements Driver {

    static final String URL = "jdbc:failing:";

    private SQLException failure = new SQLException();

    void failsWith(SQLException next) {
        failure = next;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        return acceptsURL(url) ? connection() : null;
    }

    private Connection connection() {
        return fake(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "isValid" -> true;
            case "createStatement" -> fake(Statement.class, (statement, called, with) -> nothing(called.getReturnType()));
            case "prepareStatement" -> fake(PreparedStatement.class, (statement, called, with) -> {
                if (called.getName().equals("executeUpdate")) {
                    throw failure;
                }
                return nothing(called.getReturnType());
            });
            default -> nothing(method.getReturnType());
        });
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == boolean.class ? false : null;
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FailingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.equals(URL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("failing");
    }
}
