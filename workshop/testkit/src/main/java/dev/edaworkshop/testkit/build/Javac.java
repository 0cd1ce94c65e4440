package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's compiler for one folder of classes, kept warm: it has read the directories of all jars.
 *
 * <p>Not for several threads at once.
 */
final class Javac implements AutoCloseable {
    private static final int RELEASE = 25;

    private final String lab;
    private final CompileErrors errors;
    private final Path classes;
    private final List<Path> classPath;
    private @Nullable StandardJavaFileManager files;
    private String compiled = "";

    Javac(String lab, CompileErrors errors, Path classes, List<Path> classPath) {
        this.lab = lab;
        this.errors = errors;
        this.classes = classes;
        this.classPath = classPath;
    }

    /**
     * Compiles sources, unless they are those of the last time. Classes of sources that are gone are gone afterwards.
     *
     * @throws LabBuildException if they do not compile; then the classes are as they were
     */
    void compile(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LabBuildException("This Java has no compiler: it is a JRE. Point JAVA_HOME at a JDK 25.");
        }
        try {
            String wanted = digest(sources);
            if (wanted.equals(compiled) && Files.isDirectory(classes)) {
                return;
            }
            compiled = "";
            compile(compiler, sources);
            compiled = wanted;
        } catch (IOException | UncheckedIOException e) {
            throw new LabBuildException("%s cannot be compiled: %s".formatted(lab, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        StandardJavaFileManager open = files;
        files = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The compiler's files cannot be closed", e);
            }
        }
    }

    private void compile(JavaCompiler compiler, List<Path> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path fresh = classes.resolveSibling(classes.getFileName() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        StandardJavaFileManager open = files(compiler);
        open.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(fresh));
        boolean done = compiler.getTask(
                        new StringWriter(),
                        open,
                        diagnostics,
                        options(),
                        null,
                        open.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!done) {
            throw new LabBuildException(errors.explain(diagnostics.getDiagnostics()));
        }
        replace(fresh);
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-parameters", "-proc:none", "-g", "-implicit:none"));
        if (Runtime.version().feature() != RELEASE) {
            options.addAll(List.of("--release", String.valueOf(RELEASE)));
        }
        return options;
    }

    private StandardJavaFileManager files(JavaCompiler compiler) throws IOException {
        StandardJavaFileManager open = files;
        if (open == null) {
            open = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
            open.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    classPath.stream().filter(Files::exists).toList());
            // Without one, the compiler would look for sources on the class path.
            open.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            files = open;
        }
        return open;
    }

    /** File by file, and only what differs: somebody may be reading the classes of before. */
    private void replace(Path fresh) throws IOException {
        Files.createDirectories(classes);
        Set<Path> now = relativeFiles(fresh);
        for (Path file : relativeFiles(classes)) {
            // Resources are not the compiler's.
            if (file.toString().endsWith(".class") && !now.contains(file)) {
                Files.delete(classes.resolve(file));
            }
        }
        for (Path file : now) {
            SameFiles.copy(fresh.resolve(file), classes.resolve(file));
        }
        delete(fresh);
    }

    private static Set<Path> relativeFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toSet());
        }
    }

    private static String digest(List<Path> sources) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : sources) {
                digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(source));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
