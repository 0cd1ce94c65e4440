package dev.edaworkshop.lab3.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the contracts are, for tests. */
final class ContractFiles {

    /** What the functions check against. */
    static final Path OURS = Path.of("src", "main", "resources", "contracts");

    /** As they were published; what is in here never changes. */
    static final Path PUBLISHED =
            repository().resolve(Path.of("lab3-eventbridge-rules", "src", "test", "resources", "published"));

    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("solutions")))
                .findFirst()
                .orElseThrow();
    }

    private ContractFiles() {}
}
