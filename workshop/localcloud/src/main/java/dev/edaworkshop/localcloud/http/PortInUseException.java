package dev.edaworkshop.localcloud.http;

/** The port is taken. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int port;

    PortInUseException(int port) {
        super(
                "Port %d on 127.0.0.1 cannot be opened: another program listens there. End it, or choose another port (0 takes any free one)."
                        .formatted(port));
        this.port = port;
    }

    PortInUseException(int port, Throwable cause) {
        this(port);
        initCause(cause);
    }

    public int port() {
        return port;
    }
}
