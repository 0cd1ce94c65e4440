package dev.edaworkshop.cli.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders in which programs are looked for. */
public record SearchPath(List<Path> folders) {
    public SearchPath {
        folders = List.copyOf(folders);
    }

    public static SearchPath of(Map<String, String> environment) {
        // Windows spells it Path, and allows quotes.
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        return new SearchPath(Stream.of(path.split(File.pathSeparator))
                .map(folder -> folder.replace("\"", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    /** This path with another folder before all others. */
    SearchPath startingWith(Path folder) {
        return new SearchPath(Stream.concat(Stream.of(folder), folders.stream()).toList());
    }

    /** @param names of the file, in order of preference within each folder */
    public Optional<Path> find(List<String> names) {
        return folders.stream()
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
