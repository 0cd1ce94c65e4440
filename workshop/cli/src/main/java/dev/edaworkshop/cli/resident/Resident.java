package dev.edaworkshop.cli.resident;

import java.time.Instant;

/**
 * A running {@code ./lab start}.
 *
 * @param port on 127.0.0.1, where its local cloud answers
 * @param lab the folder name of the lab it runs, or {@code cloud} if it runs none
 */
public record Resident(long pid, int port, String lab, Instant startedAt) {
    public Resident {
        if (pid < 1 || port < 1 || port > 65535) {
            throw new IllegalArgumentException("No process can be " + pid + " on port " + port);
        }
    }

    /** How to end it, as something to type. */
    public String howToStop() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return "press Ctrl-C in its terminal, or run: " + (windows ? "taskkill /PID " + pid + " /F" : "kill " + pid);
    }
}
