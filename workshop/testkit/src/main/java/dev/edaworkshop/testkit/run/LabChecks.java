package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.LabSession;
import dev.edaworkshop.testkit.LabSessions;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.build.LabCompiler;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Runs the checks of a lab against one state of its code.
 *
 * <p>The checks come from the lab's folder, also when a solution is checked: there is one copy of them.
 */
public final class LabChecks {
    private final LocalCloud cloud;
    private final CheckRunner runner;

    private LabChecks(LocalCloud cloud, CheckRunner runner) {
        this.cloud = cloud;
        this.runner = runner;
    }

    /**
     * Compiles the checks of a lab.
     *
     * @param lab the lab an attendee edits
     * @throws dev.edaworkshop.testkit.build.LabBuildException if they do not compile
     */
    public static LabChecks of(LabProject lab, LocalCloud cloud) {
        Path sources = lab.directory().resolve("src").resolve("test").resolve("java");
        Path classes = lab.directory().resolve("target").resolve("check-classes");
        List<Path> classPath = new ArrayList<>();
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .forEach(classPath::add);
        new LabCompiler(lab).compileChecks(sources, classes, classPath);
        return new LabChecks(cloud, new CheckRunner(classes));
    }

    /** Checks one exercise; throws as {@link CheckRunner#run} does. */
    public Verdict check(ExerciseCard exercise, CloudAssembly assembly, Supplier<LearnerCloud> learnerCloud) {
        LabSession session = new LocalSession(cloud, () -> assembly, id -> learnerCloud.get());
        return LabSessions.during(session, () -> runner.run(exercise.id(), exercise.check()));
    }
}
