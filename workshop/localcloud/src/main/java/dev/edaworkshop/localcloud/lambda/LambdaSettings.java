package dev.edaworkshop.localcloud.lambda;

import java.nio.file.Path;

/**
 * How functions are run on this machine.
 *
 * @param javaHome the JDK, 25 or newer, that runs them
 * @param cacheDirectory keeps what makes processes start faster, for all local clouds of this user; may be deleted at any
 *     time when none runs
 * @param spareProcesses how many processes may be started ahead for functions that were used before; 0 for none
 * @param processes how one is started
 */
public record LambdaSettings(Path javaHome, Path cacheDirectory, int spareProcesses, ProcessSettings processes) {
    /** Overrides the default {@link #cacheDirectory}. */
    public static final String CACHE_PROPERTY = "edaworkshop.cache";

    /** A cloud that stays has time to start processes ahead. */
    private static final int SPARES = 8;

    /** Without spare processes. */
    public LambdaSettings(Path javaHome, Path cacheDirectory) {
        this(javaHome, cacheDirectory, 0, ProcessSettings.defaults());
    }

    /** The JDK of this process, and a cache in the user's home directory. */
    public static LambdaSettings defaults() {
        String configured = System.getProperty(CACHE_PROPERTY, "");
        Path cache = configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "eda-workshop")
                : Path.of(configured);
        return new LambdaSettings(Path.of(System.getProperty("java.home")), cache.toAbsolutePath());
    }

    /** The same for a cloud that stays while somebody works with it. */
    public LambdaSettings withSpares() {
        return withSpares(SPARES);
    }

    LambdaSettings withSpares(int spares) {
        return new LambdaSettings(javaHome, cacheDirectory, spares, processes);
    }

    /** The same with processes that are started otherwise. */
    public LambdaSettings with(ProcessSettings otherProcesses) {
        return new LambdaSettings(javaHome, cacheDirectory, spareProcesses, otherProcesses);
    }
}
