package dev.edaworkshop.testkit.own;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** No network for this process: whoever wants a socket gets an exception, and is remembered. */
public final class NoChannels extends SelectorProvider {
    private static final String REFUSED =
            "A unit test opened a connection. Give the code a fake, so that it needs no network.";
    private static final List<String> TRIED = Collections.synchronizedList(new ArrayList<>());

    /** Called by the JDK. */
    public NoChannels() {}

    /** Closes the other way to the network, that of {@link Socket}. */
    @SuppressWarnings("deprecation") // a process of our own, in which nobody else wants a socket
    static void refuseSockets() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new UncheckedIOException(refuse());
        });
        ServerSocket.setSocketFactory(() -> {
            throw new UncheckedIOException(refuse());
        });
    }

    /** Who tried since the last time: the class outside of the libraries that wanted a connection. */
    static List<String> takeRefused() {
        synchronized (TRIED) {
            List<String> tried = List.copyOf(TRIED);
            TRIED.clear();
            return tried;
        }
    }

    private static IOException refuse() {
        TRIED.add(StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("dev.edaworkshop.lab"))
                        .findFirst()
                        .map(frame -> "%s.%s"
                                .formatted(
                                        frame.getClassName()
                                                .substring(frame.getClassName().lastIndexOf('.') + 1),
                                        frame.getMethodName()))
                        .orElse("a library")));
        return new IOException(REFUSED);
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw refuse();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw refuse();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw refuse();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw refuse();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw refuse();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw refuse();
    }
}
