package dev.edaworkshop.lab5.terminals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/**
 * An SQL database in a terminal: it stands for Aurora. It is in memory, listens on this machine only, and prints the URL
 * with which a function reaches it, as {@code PRODUCT_JDBC_URL}. Ctrl-C ends it.
 */
public final class Database {

    private static final String NAME = "mem:harbour";

    public static void main(String[] args) throws SQLException, InterruptedException {
        // H2 reads it when its first class is loaded; without it, it would listen on all of this machine's addresses.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        // As long as this connection is open, the database is there; nobody can make another one from outside.
        try (Connection _ = DriverManager.getConnection("jdbc:h2:" + NAME)) {
            Server server = Server.createTcpServer("-tcpPort", "0").start();
            System.out.printf("jdbc:h2:tcp://127.0.0.1:%d/%s%n", server.getPort(), NAME);
            Thread.currentThread().join();
        }
    }

    private Database() {}
}
