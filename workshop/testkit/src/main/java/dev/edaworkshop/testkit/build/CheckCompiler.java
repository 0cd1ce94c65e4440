package dev.edaworkshop.testkit.build;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Compiles the checks among a lab's tests: what lies in a package {@code checks}. Compiles again only what changed. */
public final class CheckCompiler implements AutoCloseable {
    private final LabProject lab;
    private final Path classes;
    private final Javac javac;

    /** @param lab the lab an attendee edits; what checks use is on this process's class path */
    public CheckCompiler(LabProject lab) {
        this.lab = lab;
        classes = lab.directory().resolve("target").resolve("check-classes");
        List<Path> classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList();
        javac = new Javac(lab.name(), new CompileErrors(lab), classes, classPath);
    }

    /** Where the compiled checks are. */
    public Path classes() {
        return classes;
    }

    /** @throws LabBuildException if they do not compile */
    public synchronized void compile() {
        Path sources = lab.directory().resolve("src").resolve("test").resolve("java");
        javac.compile(LabCompiler.javaFiles(
                lab, sources, file -> file.resolveSibling("").endsWith("checks")));
    }

    @Override
    public synchronized void close() {
        javac.close();
    }
}
