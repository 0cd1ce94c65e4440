package dev.edaworkshop.localcloud.logs;

import java.time.Instant;

/** The log of one writer within a group, such as one execution environment of a function. */
public final class LogStream {
    private final LogGroup group;
    private final String name;
    private final Instant created;

    LogStream(LogGroup group, String name, Instant created) {
        this.group = group;
        this.name = name;
        this.created = created;
    }

    public String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    /** Writes one event; a line feed at the end of the message is left out. */
    public void append(String message) {
        group.append(name, message.endsWith("\n") ? message.substring(0, message.length() - 1) : message);
    }
}
