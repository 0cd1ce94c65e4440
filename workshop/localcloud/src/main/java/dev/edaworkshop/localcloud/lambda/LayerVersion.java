package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that functions share.
 *
 * @param arn with the version
 * @param directory what Lambda would unpack into {@code /opt}; libraries of Java are in {@code java/lib}
 * @param runtimes that it is meant for; empty for any
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html">Layers</a>
 */
public record LayerVersion(
        String name,
        int version,
        String arn,
        Path directory,
        String description,
        List<String> runtimes,
        Instant created) {
    public LayerVersion {
        runtimes = List.copyOf(runtimes);
    }

    static List<String> directories(List<LayerVersion> layers) {
        return layers.stream().map(layer -> layer.directory().toString()).toList();
    }

    /** Copies of its Java libraries, in the order of their names. */
    List<Path> libraries(ContentStore store) {
        Path libraries = directory.resolve("java").resolve("lib");
        if (!Files.isDirectory(libraries)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(libraries)) {
            List<Path> kept = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                kept.add(store.keep(jar));
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("Layer %s cannot be read".formatted(arn), e);
        }
    }
}
