package dev.edaworkshop.localcloud.lambda;

import java.util.List;

/**
 * How a function's process is started.
 *
 * @param flags for the JVM
 * @param archives whether classes come from an archive of earlier starts, once there is one
 * @param ahead whether processes may start before they are needed
 */
public record ProcessSettings(List<String> flags, boolean archives, boolean ahead) {
    /** Short-lived processes: the quick compiler only, as in Lambda, and no threads for a garbage collector. */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    public ProcessSettings {
        flags = List.copyOf(flags);
    }

    /** As quick as it gets. */
    public static ProcessSettings defaults() {
        return new ProcessSettings(QUICK_START, true, true);
    }
}
