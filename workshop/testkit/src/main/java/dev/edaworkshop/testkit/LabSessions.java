package dev.edaworkshop.testkit;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.LocalSession;
import dev.edaworkshop.testkit.run.Rehearsal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds the session in which checks run: JUnit makes the extensions, so there is no constructor to hand it to.
 *
 * <p>The {@code ./lab} command runs checks {@link #during} a session of its own. Under Maven or in an IDE, where nobody
 * has set one up, the lab in the working directory is assembled once for all checks of the run.
 */
public final class LabSessions {
    private static final ScopedValue<LabSession> CURRENT = ScopedValue.newInstance();
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LabSessions.class);

    private LabSessions() {}

    /** Runs something that runs checks, on this thread. */
    public static <T> T during(LabSession session, Supplier<T> checks) {
        return ScopedValue.where(CURRENT, session).call(checks::get);
    }

    static LabSession of(ExtensionContext test) {
        if (CURRENT.isBound()) {
            return CURRENT.get();
        }
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(OwnSession.class, key -> OwnSession.ofWorkingDirectory(), OwnSession.class)
                .session();
    }

    /** A session that nobody set up; JUnit closes it at the end of the run. */
    private record OwnSession(LocalCloud cloud, LabAssembler assembler, Rehearsal rehearsal, LabSession session)
            implements AutoCloseable {

        static OwnSession ofWorkingDirectory() {
            Path folder = Path.of("").toAbsolutePath();
            Path solution = folder.resolveSibling("").endsWith("solutions")
                    ? folder
                    : folder.resolveSibling("solutions").resolve(folder.getFileName());
            if (!Files.exists(folder.resolve("cdk.json"))) {
                throw new IllegalStateException(
                        "A check runs with the lab's folder as its working directory, this is " + folder);
            }
            Exercises exercises = Exercises.of(solution);
            LabAssembler assembler = LabAssembler.open(folder);
            LocalCloud cloud = LocalCloud.start(0);
            CloudAssembly assembly = assembler.assemble();
            Rehearsal rehearsal =
                    new Rehearsal(cloud, assembler.lab(), exercises.lab().programs());
            // A solution has no learner; a learner who runs checks in an IDE has a cloud elsewhere, which ./lab check
            // sees.
            LabSession session = new LocalSession(
                    cloud,
                    () -> assembly,
                    LabPrograms.of(assembler.lab(), exercises.lab()),
                    solution,
                    exercise -> folder.equals(solution)
                            ? rehearsal.perform(
                                    assembly,
                                    exercises.exercise(exercise).orElseThrow().actions())
                            : LocalSession.nobodys());
            return new OwnSession(cloud, assembler, rehearsal, session);
        }

        @Override
        public void close() {
            rehearsal.close();
            cloud.close();
            assembler.close();
        }
    }
}
