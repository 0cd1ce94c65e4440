package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.Red;
import dev.edaworkshop.testkit.build.LabBuildException;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import dev.edaworkshop.testkit.synth.SynthException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the check class of an exercise on the JUnit Platform, in this process, with fresh classes. */
public final class CheckRunner {
    private final Path checkClasses;

    /** @param checkClasses where the compiled checks are; what they use is on this process's class path */
    public CheckRunner(Path checkClasses) {
        this.checkClasses = checkClasses;
    }

    /**
     * Runs a check.
     *
     * @throws LabBuildException if the lab does not build
     * @throws SynthException if its stack does not synthesize
     */
    public Verdict run(String exercise, String checkClass) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            CheckClassLoader checks = new CheckClassLoader(checkClasses);
            thread.setContextClassLoader(checks);
            Recorder recorder = new Recorder();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(checks.loadClass(checkClass)))
                    .build();
            LauncherFactory.create().execute(request, recorder);
            return recorder.verdict(exercise, checkClass);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Exercise %s: its check %s is not among the lab's tests".formatted(exercise, checkClass), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Keeps what happened to each test. */
    private static final class Recorder implements TestExecutionListener {
        private final List<Finding> findings = new ArrayList<>();
        private Optional<RuntimeException> notEvenDeployed = Optional.empty();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Optional<Throwable> failure = result.getThrowable();
            if (failure.isPresent() && isForTheAttendee(failure.get())) {
                notEvenDeployed = Optional.of((RuntimeException) failure.get());
            }
            // A container that fails, in a @BeforeAll for example, has no tests that could say so.
            if (test.isTest() || failure.isPresent()) {
                findings.add(new Finding(sentence(test.getDisplayName()), failure.map(Recorder::problem)));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            findings.add(new Finding(
                    sentence(test.getDisplayName()),
                    Optional.of(new Problem(Optional.empty(), "", "This test was skipped: " + reason, ""))));
        }

        Verdict verdict(String exercise, String checkClass) {
            if (notEvenDeployed.isPresent()) {
                throw notEvenDeployed.get();
            }
            if (findings.isEmpty()) {
                throw new IllegalStateException(
                        "Exercise %s: its check %s has no test".formatted(exercise, checkClass));
            }
            return new Verdict(exercise, findings, Timings.none());
        }

        private static boolean isForTheAttendee(Throwable failure) {
            return failure instanceof SynthException || failure instanceof LabBuildException;
        }

        private static Problem problem(Throwable failure) {
            if (failure instanceof Red red) {
                return new Problem(
                        Optional.of(red.mistake()), PlainWords.of(red.expected()), PlainWords.of(red.observed()), "");
            }
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            String message = failure.getMessage();
            return new Problem(
                    Optional.empty(),
                    "",
                    message == null ? failure.getClass().getSimpleName() : PlainWords.of(message),
                    trace.toString());
        }

        private static String sentence(String displayName) {
            int parameters = displayName.indexOf('(');
            return (parameters < 0 ? displayName : displayName.substring(0, parameters)).replace('_', ' ');
        }
    }
}
