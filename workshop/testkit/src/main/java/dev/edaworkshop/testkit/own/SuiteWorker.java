package dev.edaworkshop.testkit.own;

import dev.edaworkshop.testkit.OwnTests.Outcome;
import dev.edaworkshop.testkit.OwnTests.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The main of the process in which an attendee's tests run: all of them, once for each variant of the code. */
final class SuiteWorker {
    static final String WITHOUT_NETWORK = "without-network";
    static final String END_TO_END = "end-to-end";

    private SuiteWorker() {}

    /** @param args report file, folder of the compiled tests, mode, then for each variant the folders of its classes */
    public static void main(String[] args) throws IOException {
        Path tests = Path.of(args[1]);
        boolean endToEnd = args[2].equals(END_TO_END);
        if (!endToEnd) {
            NoChannels.refuseSockets();
        }
        Launcher launcher = LauncherFactory.create();
        List<Report> reports = new ArrayList<>();
        for (String code : Arrays.asList(args).subList(3, args.length)) {
            reports.add(run(launcher, tests, code, endToEnd));
        }
        ReportJson.write(reports, Path.of(args[0]));
        System.exit(0); // whatever threads the tests have left behind
    }

    private static Report run(Launcher launcher, Path tests, String code, boolean endToEnd) throws IOException {
        List<Path> folders = new ArrayList<>(
                Stream.of(code.split(File.pathSeparator)).map(Path::of).toList());
        folders.add(tests);
        CodeLoader loader = new CodeLoader(folders);
        Thread.currentThread().setContextClassLoader(loader);
        Recorder recorder = new Recorder();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(testClasses(tests).stream()
                                .map(name -> DiscoverySelectors.selectClass(loader, name))
                                .toList())
                        .filters(endToEnd ? TagFilter.includeTags(END_TO_END) : TagFilter.excludeTags(END_TO_END))
                        .build(),
                recorder);
        return new Report(recorder.outcomes, NoChannels.takeRefused());
    }

    private static List<String> testClasses(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    private static final class Recorder implements TestExecutionListener {
        private final List<Outcome> outcomes = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            // A container that fails, in a @BeforeAll for example, has no tests that could say so.
            boolean skipped = result.getStatus() == TestExecutionResult.Status.ABORTED;
            if (!skipped && (test.isTest() || result.getThrowable().isPresent())) {
                outcomes.add(new Outcome(name(test), result.getThrowable().map(Recorder::words)));
            }
        }

        private static String name(TestIdentifier test) {
            String sentence = test.getDisplayName().replaceAll("\\(.*\\)$", "").replace('_', ' ');
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getClassName())
                    .map(name -> "%s: %s".formatted(name.substring(name.lastIndexOf('.') + 1), sentence))
                    .orElse(sentence);
        }

        private static String words(Throwable failure) {
            return Optional.ofNullable(failure.getMessage())
                    .map(String::strip)
                    .filter(message -> !message.isEmpty())
                    .orElse(failure.getClass().getSimpleName());
        }
    }
}
