package dev.edaworkshop.localcloud.lambda;

import java.nio.file.Path;

/**
 * How functions are run on this machine.
 *
 * @param javaHome the JDK, 25 or newer, that runs them
 * @param cacheDirectory keeps what makes processes start faster, for all local clouds of this user; may be deleted at any
 *     time when none runs
 */
public record LambdaSettings(Path javaHome, Path cacheDirectory) {
    /** Overrides the default {@link #cacheDirectory}. */
    public static final String CACHE_PROPERTY = "edaworkshop.cache";

    /** The JDK of this process, and a cache in the user's home directory. */
    public static LambdaSettings defaults() {
        String configured = System.getProperty(CACHE_PROPERTY, "");
        Path cache = configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "eda-workshop")
                : Path.of(configured);
        return new LambdaSettings(Path.of(System.getProperty("java.home")), cache.toAbsolutePath());
    }
}
