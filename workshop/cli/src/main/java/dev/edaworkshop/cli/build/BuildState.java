package dev.edaworkshop.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the command that runs was built from the sources that are there.
 *
 * <p>The launch script {@code lab} applies the same rule with {@code find -newer}; {@code lab.cmd} asks the Java side.
 */
public sealed interface BuildState {
    record NotBuilt() implements BuildState {}

    /** @param newer a file or folder that changed after the build, relative to the project */
    record OutOfDate(Path newer) implements BuildState {}

    record UpToDate() implements BuildState {}

    static BuildState of(Path root) {
        return lastBuilt(root).map(built -> of(root, built)).orElseGet(NotBuilt::new);
    }

    private static BuildState of(Path root, FileTime built) {
        try (Stream<Path> sources = sources(root)) {
            return sources.filter(source -> changed(source).compareTo(built) > 0)
                    .findFirst()
                    .<BuildState>map(newer -> new OutOfDate(root.relativize(newer)))
                    .orElseGet(UpToDate::new);
        }
    }

    /** Declares everything built now, even if a source carries a time in the future (an unpacked archive may). */
    static void touch(Path root) throws IOException {
        Path jar = commandJar(root);
        try (Stream<Path> sources = sources(root)) {
            FileTime newest =
                    sources.map(BuildState::changed).max(FileTime::compareTo).orElseThrow();
            if (newest.compareTo(changed(jar)) > 0) {
                Files.setLastModifiedTime(jar, newest);
            }
        }
    }

    /** @return empty if it never was */
    static Optional<FileTime> lastBuilt(Path root) {
        return Optional.of(commandJar(root)).filter(Files::exists).map(BuildState::changed);
    }

    static Path commandJar(Path root) {
        return root.resolve("workshop/cli/target/cli.jar");
    }

    /** The build files and main sources of the workshop's own modules; folders too, since deleting a file changes one. */
    private static Stream<Path> sources(Path root) {
        Stream<Path> modules = list(root.resolve("workshop")).stream()
                .flatMap(module ->
                        Stream.concat(Stream.of(module.resolve("pom.xml")), tree(module.resolve("src/main")).stream()));
        return Stream.concat(Stream.of(root.resolve("pom.xml")), modules).filter(Files::exists);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tree(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
