package dev.edaworkshop.testkit.build;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a lab in this process and lays out its functions' code, as Maven does in {@code process-classes}. */
public final class LabCompiler {
    private static final int MOST_ERRORS_SHOWN = 5;
    private static final Set<String> STAYS_AT_HOME = Set.of("infra", "terminals");

    private final LabProject lab;

    public LabCompiler(LabProject lab) {
        this.lab = lab;
    }

    /**
     * Compiles all sources of the lab and refreshes its function folder.
     *
     * @throws LabBuildException if they do not compile; the message shows file, line, the line itself and what is wrong
     */
    public void compile() {
        compile(javaFiles(lab.sources(), file -> true), lab.classes(), lab.classPath());
        layOutFunction();
    }

    /**
     * Compiles the checks among a lab's tests: what lies in a package {@code checks}.
     *
     * @throws LabBuildException as {@link #compile()}
     */
    public void compileChecks(Path testSources, Path classes, List<Path> classPath) {
        compile(javaFiles(testSources, file -> file.resolveSibling("").endsWith("checks")), classes, classPath);
    }

    /** Classes of sources that are gone are gone afterwards. */
    private void compile(List<Path> sources, Path classes, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LabBuildException("This Java has no compiler: it is a JRE. Point JAVA_HOME at a JDK 25.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path fresh = classes.resolveSibling(classes.getFileName() + ".new");
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            delete(fresh);
            Files.createDirectories(fresh);
            List<String> options = List.of(
                    "-d",
                    fresh.toString(),
                    "-cp",
                    classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                    "-parameters",
                    "-proc:none",
                    "-g",
                    "--release",
                    "25");
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            files,
                            diagnostics,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new LabBuildException(explain(diagnostics.getDiagnostics()));
            }
            delete(classes);
            Files.move(fresh, classes);
        } catch (IOException e) {
            throw new LabBuildException("%s cannot be compiled: %s".formatted(lab.name(), e.getMessage()), e);
        }
    }

    private void layOutFunction() {
        Path function = lab.function();
        try {
            Files.createDirectories(function);
            try (Stream<Path> entries = Files.list(function)) {
                for (Path entry : entries.filter(e -> !e.endsWith("lib")).toList()) {
                    delete(entry);
                }
            }
            try (Stream<Path> classes = Files.walk(lab.classes())) {
                for (Path file : classes.filter(Files::isRegularFile).toList()) {
                    Path relative = lab.classes().relativize(file);
                    if (!staysAtHome(relative)) {
                        Path copy = function.resolve(relative);
                        Files.createDirectories(copy.resolveSibling("."));
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        } catch (IOException e) {
            throw new LabBuildException(
                    "The folder %s of %s cannot be written: %s".formatted(function, lab.name(), e.getMessage()), e);
        }
    }

    /** The stack, and the programs that an attendee runs in a terminal. */
    private static boolean staysAtHome(Path classFile) {
        for (Path part : classFile) {
            if (STAYS_AT_HOME.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private List<Path> javaFiles(Path sources, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(wanted)
                    .toList();
        } catch (IOException e) {
            throw new LabBuildException(
                    "The sources of %s cannot be read: %s".formatted(lab.name(), e.getMessage()), e);
        }
    }

    private String explain(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        List<String> shown = new ArrayList<>();
        shown.add("%s does not compile:".formatted(lab.name()));
        errors.stream().limit(MOST_ERRORS_SHOWN).map(this::explain).forEach(shown::add);
        if (errors.size() > MOST_ERRORS_SHOWN) {
            shown.add("  … and %d more".formatted(errors.size() - MOST_ERRORS_SHOWN));
        }
        return String.join("\n", shown);
    }

    private String explain(Diagnostic<? extends JavaFileObject> error) {
        String what = error.getMessage(Locale.ENGLISH);
        JavaFileObject source = error.getSource();
        if (source == null) {
            return "  " + what;
        }
        Path file = Path.of(source.toUri());
        Path shown = file.startsWith(lab.directory()) ? lab.directory().relativize(file) : file;
        return "  %s:%d: %s\n    %s".formatted(shown, error.getLineNumber(), what, line(file, error.getLineNumber()));
    }

    private static String line(Path file, long number) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
