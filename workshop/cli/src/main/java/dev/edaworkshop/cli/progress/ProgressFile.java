package dev.edaworkshop.cli.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * {@code .lab/progress.json}: read whole, changed under a lock, written whole. A file that nobody can read is set aside,
 * not overwritten. What a newer version of the workshop has added stays in it.
 */
final class ProgressFile {
    private static final int VERSION = 1;

    /** A file lock is the process's, so the threads of one process have to wait for each other by themselves. */
    private static final Object THIS_PROCESS = new Object();

    private final Path stateFolder;
    private final Consumer<String> notice;

    ProgressFile(Path stateFolder, Consumer<String> notice) {
        this.stateFolder = stateFolder;
        this.notice = notice;
    }

    /** The exercises, by id. */
    ObjectNode read() {
        return exercises(readOrSetAside());
    }

    /** @param change changes the exercises, by id */
    void change(Consumer<ObjectNode> change) {
        synchronized (THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            stateFolder.resolve("progress.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    ObjectNode all = readOrSetAside();
                    change.accept(exercises(all));
                    write(all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The progress could not be written to " + file(), e);
            }
        }
    }

    private ObjectNode readOrSetAside() {
        try {
            if (Json.parse(Files.readString(file())) instanceof ObjectNode all) {
                return all;
            }
        } catch (NoSuchFileException none) {
            return empty();
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException damaged) {
            // set aside below
        } catch (IOException e) {
            throw new UncheckedIOException("The progress could not be read from " + file(), e);
        }
        setAside();
        return empty();
    }

    private void setAside() {
        Path aside = stateFolder.resolve("progress.damaged.json");
        try {
            for (int i = 2; Files.exists(aside); i++) {
                aside = stateFolder.resolve("progress.damaged-%d.json".formatted(i));
            }
            Files.move(file(), aside);
        } catch (NoSuchFileException elsewhere) {
            return; // another ./lab was faster
        } catch (IOException e) {
            throw new UncheckedIOException("The damaged %s could not be set aside".formatted(file()), e);
        }
        notice.accept("The record of your progress could not be read. It is kept as %s; a new one begins. Your code is"
                        .formatted(aside)
                + " not concerned: ./lab check says again what is solved.");
    }

    private static ObjectNode empty() {
        return Json.object().put("version", VERSION);
    }

    private static ObjectNode exercises(ObjectNode all) {
        return all.get("exercises") instanceof ObjectNode exercises ? exercises : all.putObject("exercises");
    }

    private void write(ObjectNode all) throws IOException {
        Path draft = stateFolder.resolve("progress.json.new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(Json.print(all) + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() {
        return stateFolder.resolve("progress.json");
    }
}
