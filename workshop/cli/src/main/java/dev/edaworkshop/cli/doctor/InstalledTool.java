package dev.edaworkshop.cli.doctor;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that tells its version when asked.
 *
 * @param version digits and dots: {@code 3.9.11}
 */
record InstalledTool(String version, Path location) {
    private static final long MAX_SECONDS = 20; // Maven on a cold disk

    /**
     * Runs {@code PROGRAM --version}.
     *
     * @param answer its first group is the version
     * @return empty if the program cannot be run, takes too long or says something else
     */
    static Optional<InstalledTool> ask(Path program, Pattern answer) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            Matcher matcher = answer.matcher(process.inputReader().readAllAsString());
            return matcher.find() ? Optional.of(new InstalledTool(matcher.group(1), program)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    int major() {
        return Integer.parseInt(version.split("\\.", 2)[0]);
    }

    boolean isAtLeast(String other) {
        return ModuleDescriptor.Version.parse(version).compareTo(ModuleDescriptor.Version.parse(other)) >= 0;
    }

    @Override
    public String toString() {
        return version + " in " + location;
    }
}
