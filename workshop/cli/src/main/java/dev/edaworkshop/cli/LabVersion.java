package dev.edaworkshop.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Both versions one is asked for when reporting a problem. */
final class LabVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        // Absent when the classes do not come from a jar: in an IDE, in tests.
        String workshop = Optional.ofNullable(LabCommand.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {
            "workshop " + workshop,
            "Java %s (%s) on %s %s"
                    .formatted(
                            System.getProperty("java.version"),
                            System.getProperty("java.vendor"),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
        };
    }
}
