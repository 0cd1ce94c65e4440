package dev.edaworkshop.dynamodblocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads DynamoDB Local with its own libraries; the only thing it shares with us is {@link TableEngine}.
 *
 * <p>There is one for each process, because the JVM loads SQLite's native library only once.
 */
final class EngineLoader extends URLClassLoader {
    private static final String ENGINE = "dev.edaworkshop.dynamodblocal.engine.LocalTableEngine";
    private static final String SHARED = TableEngine.class.getName();

    private static volatile @Nullable EngineLoader loader;

    private EngineLoader(List<URL> classPath) {
        super("dynamodb-local", classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    static TableEngine newEngine(Path cacheDirectory) {
        EngineLoader engines = loader(cacheDirectory);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(engines); // DynamoDB Local makes proxies of its classes with it
        try {
            return (TableEngine)
                    engines.loadClass(ENGINE).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "DynamoDB Local does not start. Delete %s and try again.".formatted(cacheDirectory), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        // The interface is ours, so that both sides mean the same class by it.
        return name.startsWith(SHARED)
                ? Class.forName(name, false, TableEngine.class.getClassLoader())
                : super.findClass(name);
    }

    private static synchronized EngineLoader loader(Path cacheDirectory) {
        EngineLoader engines = loader;
        if (engines == null) {
            engines = new EngineLoader(classPath(cacheDirectory));
            loader = engines;
        }
        return engines;
    }

    private static List<URL> classPath(Path cacheDirectory) {
        URL us = TableEngine.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path libraries = Libraries.of(us).onDisk(cacheDirectory);
            List<URL> classPath = new ArrayList<>();
            classPath.add(url(libraries)); // for the settings beside the jars
            try (Stream<Path> files = Files.list(libraries)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jar -> classPath.add(url(jar)));
            }
            classPath.add(us);
            return classPath;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The libraries of DynamoDB Local cannot be read from %s or written below %s"
                            .formatted(us, cacheDirectory),
                    e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A file has a URL", e);
        }
    }
}
