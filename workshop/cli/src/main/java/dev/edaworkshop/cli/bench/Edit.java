package dev.edaworkshop.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A change that an attendee might save: the code differs each time, and does the same. */
final class Edit {
    private final Path file;
    private final String original;
    private final String after;
    private final String inserted;

    /** @param inserted after the text, with the number of the edit for {@code %d} */
    private Edit(Path file, String after, String inserted) {
        this.file = file;
        this.after = after;
        this.inserted = inserted;
        try {
            original = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!original.contains(after)) {
            throw new IllegalStateException("%s has no “%s” any more".formatted(file, after));
        }
    }

    /** Of what a function does. */
    static Edit ofHandler(Path lab) {
        return new Edit(
                lab.resolve("src/main/java/dev/edaworkshop/lab1/Notifications.java"),
                "class Notifications {",
                "\n    private static int edit() {\n        return %d;\n    }\n");
    }

    /** Of the stack: one more queue, another one each time. */
    static Edit ofStack(Path lab) {
        return new Edit(
                lab.resolve("src/main/java/dev/edaworkshop/lab1/infra/PubSubStack.java"),
                "super(scope, id);",
                "\n        new EventQueue(this, \"Edit%d\");\n");
    }

    void save(int number) {
        write(original.replace(after, after + inserted.formatted(number)));
    }

    void undo() {
        write(original);
    }

    private void write(String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
