package dev.edaworkshop.testkit.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A lab module on disk, as Maven has laid it out.
 *
 * <p>Maven resolves the libraries once and writes them down in {@code target/lab.classpath}; everything after that goes
 * without Maven.
 *
 * @param directory with {@code pom.xml} and {@code cdk.json}
 * @param classPath jars for compiling and synthesizing
 */
public record LabProject(Path directory, List<Path> classPath) {
    public LabProject {
        directory = directory.toAbsolutePath().normalize();
        classPath = List.copyOf(classPath);
    }

    /**
     * Opens a lab that Maven has built before.
     *
     * @throws LabBuildException if it has not
     */
    public static LabProject open(Path directory) {
        Path list = directory.resolve("target").resolve("lab.classpath");
        try {
            return new LabProject(
                    directory,
                    // Written as the class path of this system: one line, its own separator.
                    Stream.of(Files.readString(list).strip().split(Pattern.quote(File.pathSeparator)))
                            .map(Path::of)
                            .toList());
        } catch (IOException e) {
            throw new LabBuildException(
                    "%s has not been built yet (there is no %s). Run: mvn -q -DskipTests package"
                            .formatted(directory.getFileName(), list),
                    e);
        }
    }

    public String name() {
        return directory.getFileName().toString();
    }

    public Path sources() {
        return directory.resolve("src").resolve("main").resolve("java");
    }

    /** What belongs beside the classes; there need not be such a folder. */
    public Path resources() {
        return directory.resolve("src").resolve("main").resolve("resources");
    }

    public Path classes() {
        return directory.resolve("target").resolve("classes");
    }

    /** What {@code Code.fromAsset("target/function")} points at: classes without the stack's, and {@code lib/}. */
    public Path function() {
        return directory.resolve("target").resolve("function");
    }

    /**
     * The class with the CDK app's main: by convention the one class in a package {@code infra} whose name ends in
     * {@code App}.
     *
     * @throws LabBuildException if there is none, or more than one
     */
    public String appClass() {
        try (Stream<Path> files = Files.walk(sources())) {
            List<String> apps = files.filter(
                            file -> file.getFileName().toString().endsWith("App.java"))
                    .filter(file -> file.getParent() != null && file.getParent().endsWith("infra"))
                    .map(file -> sources().relativize(file).toString())
                    .map(path ->
                            path.substring(0, path.length() - ".java".length()).replaceAll("[/\\\\]", "."))
                    .toList();
            if (apps.size() != 1) {
                throw new LabBuildException(
                        "%s should have exactly one class named …App in a package infra, the main class of its CDK app; it has %s."
                                .formatted(name(), apps.isEmpty() ? "none" : apps));
            }
            return apps.getFirst();
        } catch (IOException e) {
            throw new LabBuildException("The sources of %s cannot be read: %s".formatted(name(), e.getMessage()), e);
        }
    }
}
