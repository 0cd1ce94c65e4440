package dev.edaworkshop.cli.resident;

import dev.edaworkshop.cli.console.LabException;

/** Somebody else listens where the local cloud was to listen. */
public final class PortTakenException extends LabException {
    private static final long serialVersionUID = 1;

    public PortTakenException(int port, PortOwner.Owner owner) {
        super(
                "Port " + port + " on 127.0.0.1 is taken.",
                switch (owner) {
                    case PortOwner.Owner.Workshop other ->
                        "By a local cloud of the workshop in " + other.project() + ", process " + other.pid() + ".";
                    case PortOwner.Owner.Other other -> "By " + other.description() + ".";
                    case PortOwner.Owner.Nobody() -> "By a program that was gone a moment later.";
                },
                "End that program (" + howToFind(port)
                        + " tells which), or take another port: --port 0 picks a free one.");
    }

    private static String howToFind(int port) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows ? "netstat -ano | findstr :" + port : "lsof -i :" + port;
    }
}
