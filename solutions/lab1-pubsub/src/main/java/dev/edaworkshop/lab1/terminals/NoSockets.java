package dev.edaworkshop.lab1.terminals;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets no connection out of this process, and keeps who asked for one. Java asks a proxy selector before every connection
 * of a {@code java.net} socket, which is what the SDK's small HTTP client uses.
 */
final class NoSockets extends ProxySelector {

    private final List<String> asked = new ArrayList<>();

    /** From now on, for the rest of this process. */
    static NoSockets block() {
        NoSockets none = new NoSockets();
        ProxySelector.setDefault(none);
        return none;
    }

    /** Where somebody wanted to connect to, each once. */
    synchronized List<String> asked() {
        return asked.stream().distinct().toList();
    }

    @Override
    public synchronized List<Proxy> select(URI uri) {
        String where = "%s:%d".formatted(uri.getHost(), uri.getPort());
        asked.add(where);
        throw new IllegalStateException("No connection to " + where + " from a dry run");
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // There is no proxy that could have failed.
    }
}
