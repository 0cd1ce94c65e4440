package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The exercises of one lab, as {@code exercises.yaml} in its solution describes them, in order. */
public record Exercises(LabCard lab, List<ExerciseCard> exercises) {

    static final String FILE = "exercises.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Exercises {
        exercises = List.copyOf(exercises);
    }

    /**
     * Reads the exercises of a solution and checks them as far as that is possible without running anything.
     *
     * @param solution the folder {@code solutions/labN-…} of the repository
     * @throws InvalidExercisesException naming everything that is wrong
     */
    public static Exercises of(Path solution) {
        Path file = solution.resolve(FILE);
        try {
            ExercisesReader reader = new ExercisesReader(labFolder(solution));
            Exercises exercises = reader.read(YAML.readTree(Files.readString(file)));
            if (!reader.problems().isEmpty()) {
                throw new InvalidExercisesException(file, reader.problems());
            }
            return exercises;
        } catch (JsonProcessingException e) {
            throw new InvalidExercisesException(file, List.of("not YAML: " + e.getMessage()));
        } catch (IOException e) {
            throw new InvalidExercisesException(file, List.of("cannot be read: " + e));
        }
    }

    /** The folder an attendee edits: {@code lab1-pubsub} for {@code solutions/lab1-pubsub}. */
    public static Path labFolder(Path solution) {
        Path absolute = solution.toAbsolutePath().normalize();
        return absolute.resolve("../..").resolve(absolute.getFileName()).normalize();
    }

    /** The folder of a lab's solution: {@code solutions/lab1-pubsub} for {@code lab1-pubsub}. */
    public static Path solution(Path labFolder) {
        Path absolute = labFolder.toAbsolutePath().normalize();
        return absolute.resolveSibling("solutions").resolve(absolute.getFileName());
    }

    /** The exercise with this id; empty if the lab has none. */
    public Optional<ExerciseCard> exercise(String id) {
        return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}
