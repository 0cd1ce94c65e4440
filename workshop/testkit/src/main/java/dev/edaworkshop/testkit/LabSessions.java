package dev.edaworkshop.testkit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Holds the session of this process; JUnit makes the extensions, so there is no constructor to hand it to. */
public final class LabSessions {
    private static final AtomicReference<@Nullable LabSession> CURRENT = new AtomicReference<>();

    private LabSessions() {}

    /** Checks that run from now on use the session. */
    public static void use(LabSession session) {
        CURRENT.set(session);
    }

    static LabSession current() {
        LabSession session = CURRENT.get();
        if (session == null) {
            throw new IllegalStateException("No lab session has been set up");
        }
        return session;
    }
}
