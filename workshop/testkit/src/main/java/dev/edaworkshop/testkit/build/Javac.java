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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** With more, compiling everything is as quick. */
    private static final int MOST_ALONE = 5;

    private final String lab;
    private final CompileErrors errors;
    private final Path classes;
    private final List<Path> classPath;
    private @Nullable StandardJavaFileManager files;
    /** What was compiled last, by its content; empty if that is not known. */
    private Map<Path, String> compiled = Map.of();

    Javac(String lab, CompileErrors errors, Path classes, List<Path> classPath) {
        this.lab = lab;
        this.errors = errors;
        this.classes = classes;
        this.classPath = classPath;
    }

    /**
     * Compiles sources, as far as they changed since the last time. Classes of sources that are gone are gone afterwards.
     *
     * @throws LabBuildException if they do not compile; then the classes are as they were
     */
    void compile(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LabBuildException("This Java has no compiler: it is a JRE. Point JAVA_HOME at a JDK 25.");
        }
        try {
            Map<Path, String> now = digests(sources);
            if (now.equals(compiled) && Files.isDirectory(classes)) {
                return;
            }
            if (!compileAlone(compiler, now)) {
                List<Path> fresh = compileInto(compiler, sources, classPath);
                ClassFiles.replaceAll(fresh(), fresh, classes);
            }
            compiled = now;
        } catch (IOException | UncheckedIOException e) {
            throw new LabBuildException("%s cannot be compiled: %s".formatted(lab, e.getMessage()), e);
        }
    }

    /** Compiles only the sources that changed; false if the others have to be compiled as well. */
    private boolean compileAlone(JavaCompiler compiler, Map<Path, String> now) throws IOException {
        List<Path> changed = now.entrySet().stream()
                .filter(source -> !source.getValue().equals(compiled.get(source.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!now.keySet().equals(compiled.keySet()) || changed.size() > MOST_ALONE || !Files.isDirectory(classes)) {
            return false;
        }
        List<Path> withOwn =
                Stream.concat(Stream.of(classes), classPath.stream()).toList();
        List<Path> fresh = compileInto(compiler, changed, withOwn);
        return ClassFiles.replaceSameShape(fresh(), fresh, classes);
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

    /** The folder that is compiled into, beside that of the classes. */
    private Path fresh() {
        return classes.resolveSibling(classes.getFileName() + ".new");
    }

    /** @return the classes, relative to {@link #fresh} */
    private List<Path> compileInto(JavaCompiler compiler, List<Path> sources, List<Path> using) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        ClassFiles.delete(fresh());
        Files.createDirectories(fresh());
        StandardJavaFileManager open = files(compiler);
        open.setLocationFromPaths(
                StandardLocation.CLASS_PATH,
                using.stream().filter(Files::exists).toList());
        open.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(fresh()));
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
        return ClassFiles.below(fresh());
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
            // Without one, the compiler would look for sources on the class path.
            open.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            files = open;
        }
        return open;
    }

    private static Map<Path, String> digests(List<Path> sources) throws IOException {
        Map<Path, String> digests = new HashMap<>();
        for (Path source : sources) {
            digests.put(source, digest(Files.readAllBytes(source)));
        }
        return digests;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
