package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The code of a function, as it was when it was read.
 *
 * @param directory an exploded directory: classes and resources, libraries under {@code lib/}
 * @param sha256 of names and contents, in base64
 * @param bytes how large all files are together
 * @param classes a copy of the directory without libraries, which stays as it is
 * @param libraries copies of {@code lib/*.jar} that stay as they are, in the order of their names
 */
record Code(Path directory, String sha256, long bytes, Path classes, List<Path> libraries) {
    Code {
        libraries = List.copyOf(libraries);
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if there is no such directory */
    static Code read(Path directory, ContentStore store, CodeCopies copies) {
        if (!Files.isDirectory(directory)) {
            throw LambdaErrors.invalidParameter(
                    "%s is no directory. A function's code is an exploded directory (classes, and libraries under lib/); build the project that makes it, then deploy again."
                            .formatted(directory));
        }
        try {
            return readFiles(directory, store, copies);
        } catch (IOException e) {
            throw LambdaErrors.invalidParameter("The code in %s cannot be read: %s".formatted(directory, e));
        }
    }

    /** The same with the libraries of layers after its own; they are looked for there last. */
    Code with(List<LayerVersion> layers, ContentStore store) {
        List<Path> all = new ArrayList<>(libraries);
        layers.forEach(layer -> all.addAll(layer.libraries(store)));
        return new Code(directory, sha256, bytes, classes, all);
    }

    private static Code readFiles(Path directory, ContentStore store, CodeCopies copies) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path libraryDirectory = directory.resolve("lib");
        MessageDigest digest = ContentStore.digest();
        List<Path> libraries = new ArrayList<>();
        List<Path> classes = new ArrayList<>();
        long bytes = 0;
        for (Path file : files) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            boolean library = libraryDirectory.equals(file.getParent()) && name.endsWith(".jar");
            // What is edited is read each time: its size and time may stay the same.
            String hash = library ? store.sha256(file) : ContentStore.hash(file);
            digest.update((name + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8));
            bytes += Files.size(file);
            if (library) {
                libraries.add(store.keep(file));
            } else {
                classes.add(file);
            }
        }
        byte[] hash = digest.digest();
        return new Code(
                directory,
                Base64.getEncoder().encodeToString(hash),
                bytes,
                copies.keep(ContentStore.hex(hash), directory, classes),
                libraries);
    }
}
