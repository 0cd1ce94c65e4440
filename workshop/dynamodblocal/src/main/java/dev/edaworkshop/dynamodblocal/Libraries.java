package dev.edaworkshop.dynamodblocal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries of DynamoDB Local, as they travel with this module.
 *
 * @param module its directory of classes, or its jar
 */
record Libraries(Path module) {
    private static final String FOLDER = "dev/edaworkshop/dynamodblocal/lib/";

    static Libraries of(URL module) {
        try {
            return new Libraries(Path.of(new URI(module.toString())));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class is loaded from a valid URL", e);
        }
    }

    /** A directory with the libraries: from a jar they are copied, once, because a jar in a jar cannot be loaded. */
    Path onDisk(Path cacheDirectory) throws IOException {
        if (Files.isDirectory(module)) {
            return module.resolve(FOLDER);
        }
        try (ZipFile jar = new JarFile(module.toFile())) {
            List<? extends ZipEntry> libraries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .toList();
            Path copied = cacheDirectory.resolve("dynamodb-local").resolve(fingerprint(libraries));
            if (!Files.isDirectory(copied)) {
                copy(jar, libraries, copied);
            }
            return copied;
        }
    }

    private static String fingerprint(List<? extends ZipEntry> entries) {
        CRC32 all = new CRC32();
        entries.forEach(entry -> all.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(all.getValue());
    }

    private static void copy(ZipFile jar, List<? extends ZipEntry> entries, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path temporary = Files.createTempDirectory(to.getParent(), "writing");
        for (ZipEntry entry : entries) {
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, temporary.resolve(entry.getName().substring(FOLDER.length())));
            }
        }
        try {
            Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(to)) {
                throw e;
            }
            delete(temporary); // another process was faster
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
