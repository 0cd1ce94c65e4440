package dev.edaworkshop.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
    private static final String FOLDER = "dev/edaworkshop/dynamodblocal/lib/";

    @TempDir
    private Path directory;

    @Test
    void a_directory_of_classes_has_them_on_disk() throws IOException {
        assertThat(new Libraries(directory).onDisk(directory.resolve("cache"))).isEqualTo(directory.resolve(FOLDER));
    }

    @Test
    void from_a_jar_they_are_copied_once() throws IOException {
        Path cache = directory.resolve("cache");
        Libraries libraries = new Libraries(jar("one.jar", "content"));

        Path copied = libraries.onDisk(cache);
        Files.writeString(copied.resolve("mark"), "stays");

        assertThat(copied.resolve("some.jar")).hasContent("content");
        assertThat(copied.resolve("Other.class")).doesNotExist();
        assertThat(libraries.onDisk(cache)).isEqualTo(copied);
        assertThat(copied.resolve("mark")).exists();
    }

    @Test
    void other_libraries_are_copied_to_another_place() throws IOException {
        Path cache = directory.resolve("cache");

        Path one = new Libraries(jar("one.jar", "content")).onDisk(cache);
        Path other = new Libraries(jar("other.jar", "another")).onDisk(cache);

        assertThat(other).isNotEqualTo(one);
        try (Stream<Path> left = Files.list(cache.resolve("dynamodb-local"))) {
            assertThat(left).as("nothing half-written").containsExactlyInAnyOrder(one, other);
        }
    }

    private Path jar(String name, String library) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(FOLDER));
            out.putNextEntry(new JarEntry(FOLDER + "some.jar"));
            out.write(library.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("dev/edaworkshop/dynamodblocal/Other.class"));
        }
        return jar;
    }
}
