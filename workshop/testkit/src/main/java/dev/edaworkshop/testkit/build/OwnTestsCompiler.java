package dev.edaworkshop.testkit.build;

import dev.edaworkshop.testkit.exercises.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles an attendee's tests and the code they are to run on: the solution's, and changed copies of it. */
public final class OwnTestsCompiler implements AutoCloseable {
    private static final Path TESTS = Path.of("src", "bites", "java");

    private final LabProject lab;
    private final Path solution;
    private final Path work;
    private final Path code;
    private int variants;

    /**
     * Compiles the solution's code.
     *
     * @param packages of the solution that are under test
     */
    public OwnTestsCompiler(LabProject lab, Path solution, List<String> packages) {
        this.lab = lab;
        this.solution = solution;
        try {
            work = Files.createTempDirectory("own-tests-");
        } catch (IOException e) {
            throw new LabBuildException("There is no place for compiled tests: " + e.getMessage(), e);
        }
        code = work.resolve("code");
        compile(
                packages.stream()
                        .map(name -> solution.resolve("src/main/java").resolve(name.replace('.', '/')))
                        .flatMap(folder -> LabCompiler.javaFiles(lab, folder, file -> true).stream())
                        .toList(),
                List.of(),
                code);
    }

    /**
     * The tests, compiled.
     *
     * @throws LabBuildException if they do not compile
     */
    public Path tests() {
        Path tests = work.resolve("tests");
        if (Files.isDirectory(tests)) {
            return tests;
        }
        List<Path> ours = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        List<Path> using = new ArrayList<>(List.of(code));
        using.addAll(ours);
        compile(LabCompiler.javaFiles(lab, lab.directory().resolve(TESTS), file -> true), using, tests);
        return tests;
    }

    /**
     * The code with these changes.
     *
     * @return folders of classes; of a class that is in several, the first counts
     */
    public List<Path> code(List<Patch> patches) {
        if (patches.isEmpty()) {
            return List.of(code);
        }
        Path changed = work.resolve("variant-" + ++variants);
        Set<String> files = new LinkedHashSet<>();
        patches.forEach(patch -> files.add(patch.file()));
        try {
            for (String file : files) {
                Path copy = changed.resolve("sources").resolve(file);
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(solution.resolve(file), copy);
            }
            Patch.apply(patches, changed.resolve("sources"));
        } catch (IOException e) {
            throw new LabBuildException("A changed copy of the solution cannot be made: " + e.getMessage(), e);
        }
        Path classes = changed.resolve("classes");
        compile(files.stream().map(changed.resolve("sources")::resolve).toList(), List.of(code), classes);
        return List.of(classes, code);
    }

    private void compile(List<Path> sources, List<Path> before, Path classes) {
        List<Path> classPath = new ArrayList<>(before);
        classPath.addAll(lab.classPath());
        try (Javac javac = new Javac(lab.name(), new CompileErrors(lab), classes, classPath)) {
            javac.compile(sources);
        }
    }

    @Override
    public void close() {
        try {
            ClassFiles.delete(work);
        } catch (IOException e) {
            throw new LabBuildException("%s cannot be deleted: %s".formatted(work, e.getMessage()), e);
        }
    }
}
