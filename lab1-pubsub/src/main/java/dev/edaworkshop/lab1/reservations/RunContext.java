package dev.edaworkshop.lab1.reservations;

import java.time.Duration;

/** What a function may know about wherever it runs. */
public interface RunContext {

    /** How long it may still take; whoever runs it then stops it, or gives its messages to somebody else. */
    Duration remaining();
}
