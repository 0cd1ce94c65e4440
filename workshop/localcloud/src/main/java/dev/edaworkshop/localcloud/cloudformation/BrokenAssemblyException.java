package dev.edaworkshop.localcloud.cloudformation;

import java.nio.file.Path;

/** A directory is no cloud assembly, or not one that can be deployed here. */
public final class BrokenAssemblyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BrokenAssemblyException(Path directory, String problem) {
        super("Cloud assembly " + directory + ": " + problem + ".");
    }

    /** Synthesizing again may help. */
    static BrokenAssemblyException broken(Path directory, String problem) {
        return new BrokenAssemblyException(directory, problem + ". Synthesize the app again (npx cdk synth)");
    }

    /** The app has to be changed; the problem says how. */
    static BrokenAssemblyException unsupported(Path directory, String problem) {
        return new BrokenAssemblyException(directory, problem);
    }

    BrokenAssemblyException causedBy(Exception cause) {
        initCause(cause);
        return this;
    }
}
