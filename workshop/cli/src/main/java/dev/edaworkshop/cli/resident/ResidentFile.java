package dev.edaworkshop.cli.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** {@code .lab/resident.json}. Readers see it complete or not at all. */
record ResidentFile(Path stateFolder) {

    void write(Resident resident) {
        String json = Json.print(Json.object()
                .put("pid", resident.pid())
                .put("port", resident.port())
                .put("lab", resident.lab())
                .put("startedAt", resident.startedAt().toString()));
        try {
            Path draft = Files.writeString(stateFolder.resolve("resident.json.new"), json);
            Files.move(draft, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + path(), e);
        }
    }

    /** @return empty if there is no file, or one that nobody can have written on purpose */
    Optional<Resident> read() {
        try {
            JsonNode json = Json.parse(Files.readString(path()));
            return Optional.of(new Resident(
                    json.path("pid").asLong(),
                    json.path("port").asInt(),
                    json.path("lab").asText(),
                    Instant.parse(json.path("startedAt").asText())));
        } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path(), e);
        }
    }

    boolean exists() {
        return Files.exists(path());
    }

    void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + path(), e);
        }
    }

    Path path() {
        return stateFolder.resolve("resident.json");
    }
}
