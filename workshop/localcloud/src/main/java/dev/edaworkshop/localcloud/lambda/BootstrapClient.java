package dev.edaworkshop.localcloud.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.edaworkshop.localcloud.lambda.bootstrap.Bootstrap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Our own runtime client: the bootstrap, packed into a jar of its own, and the two libraries that Lambda's has as well. */
final class BootstrapClient implements RuntimeClient {
    private static final String BOOTSTRAP_JAR = "local-cloud-lambda-bootstrap.jar";

    @Override
    public String mainClass() {
        return Bootstrap.class.getName();
    }

    @Override
    public boolean marksOutput() {
        return true;
    }

    @Override
    public boolean asksForCode() {
        return true;
    }

    @Override
    public List<Path> jars(ContentStore store) throws IOException {
        return List.of(
                store.keep(BOOTSTRAP_JAR, bootstrapJar()),
                store.keep(location(Context.class)),
                store.keep(location(PojoSerializer.class)));
    }

    /** The bootstrap's classes are in the local cloud's own jar, or, in a build, in a directory. */
    private static byte[] bootstrapJar() throws IOException {
        Path location = location(Bootstrap.class);
        if (Files.isDirectory(location)) {
            return jarOf(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return jarOf(jar.getPath("/"));
        }
    }

    private static byte[] jarOf(Path root) throws IOException {
        String packagePath = Bootstrap.class.getPackageName().replace('.', '/');
        var bytes = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(root.resolve(packagePath));
                var jar = new ZipOutputStream(bytes)) {
            for (Path file : files.sorted().toList()) {
                ZipEntry entry = new ZipEntry(packagePath + "/" + file.getFileName());
                entry.setTime(0); // the same classes are the same jar
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static Path location(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException(type.getName() + " was loaded from nowhere in particular");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
