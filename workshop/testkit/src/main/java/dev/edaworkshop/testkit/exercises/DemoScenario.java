package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ./lab demo} sends through a lab's solution, and who is to receive it; {@code demo/scenario.yaml} says so.
 *
 * @param steps in this order
 */
public record DemoScenario(String title, List<DemoStep> steps, List<ExpectedFact> expected) {

    public DemoScenario {
        steps = List.copyOf(steps);
        expected = List.copyOf(expected);
    }

    /**
     * One kind of event, and who cares.
     *
     * @param entry where events of this kind enter
     * @param published how many there are
     * @param receivedBy each of them gets some
     * @param notReceivedBy each of them gets none
     */
    public record ExpectedFact(
            String fact, Entry entry, int published, List<Receiver> receivedBy, List<Receiver> notReceivedBy) {
        public ExpectedFact {
            receivedBy = List.copyOf(receivedBy);
            notReceivedBy = List.copyOf(notReceivedBy);
        }
    }

    /** Where the events of a fact are first seen; what it is called by is an output of the stack. */
    public sealed interface Entry {
        String output();

        /** Everything published to a topic; the output is its ARN. */
        record Topic(String output) implements Entry {}

        /** What is put on a bus with the fact as its detail type; the output is its name or ARN. */
        record Bus(String output) implements Entry {}

        /** Everything that arrives in a queue, dead letters and failure records too; the output is its URL. */
        record Queue(String output) implements Entry {}
    }

    /**
     * A function or a queue.
     *
     * @param output the stack output with a function's name or a queue's URL
     * @param received how many of the published events
     * @param because why it receives none, or not all; empty if it receives all
     */
    public record Receiver(String name, boolean isFunction, String output, int received, String because) {}

    /**
     * Reads the scenario of a solution.
     *
     * @throws InvalidExercisesException naming everything that is wrong with it
     */
    public static DemoScenario of(Path solution) {
        Path file = solution.resolve("demo/scenario.yaml");
        try {
            List<String> problems = new ArrayList<>();
            Section yaml = new Section("scenario", new YAMLMapper().readTree(Files.readString(file)), problems);
            DemoScenario scenario = new DemoScenarioReader(file.resolveSibling("")).read(yaml);
            yaml.refuseOthers();
            if (!problems.isEmpty()) {
                throw new InvalidExercisesException(file, problems);
            }
            return scenario;
        } catch (JsonProcessingException e) {
            throw new InvalidExercisesException(file, List.of("not YAML: " + e.getMessage()));
        } catch (IOException e) {
            throw new InvalidExercisesException(file, List.of("cannot be read: " + e));
        }
    }
}
