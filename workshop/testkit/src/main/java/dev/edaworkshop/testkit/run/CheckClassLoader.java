package dev.edaworkshop.testkit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the classes of one run of a check; the next run gets fresh ones, with fresh static fields. */
final class CheckClassLoader extends ClassLoader {
    private final Path classes;

    CheckClassLoader(Path classes) {
        super("checks", CheckClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        if (!Files.isRegularFile(file)) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] guarded = ExitGuard.guarded(Files.readAllBytes(file));
            return defineClass(name, guarded, 0, guarded.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
