package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compiles a lab in this process and lays out its functions' code, as Maven does in {@code process-classes}.
 *
 * <p>Compiles again only if something changed. One compilation at a time; the object's monitor guards it.
 */
public final class LabCompiler implements AutoCloseable {
    private final LabProject lab;
    private final Javac javac;
    private final Resources resources;
    private final FunctionFolder function;

    public LabCompiler(LabProject lab) {
        this.lab = lab;
        javac = new Javac(lab.name(), new CompileErrors(lab), lab.classes(), lab.classPath());
        resources = new Resources(lab);
        function = new FunctionFolder(lab);
    }

    /**
     * Compiles all sources of the lab, copies its resources and refreshes its function folder.
     *
     * @throws LabBuildException if they do not compile; the message shows file, line, the line itself and what is wrong
     */
    public synchronized void compile() {
        javac.compile(javaFiles(lab, lab.sources(), file -> true));
        resources.layOut();
        function.layOut();
    }

    @Override
    public synchronized void close() {
        javac.close();
    }

    /** The sources below a folder; none if there is no such folder. */
    static List<Path> javaFiles(LabProject lab, Path sources, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabBuildException(
                    "The sources of %s cannot be read: %s".formatted(lab.name(), e.getMessage()), e);
        }
    }
}
