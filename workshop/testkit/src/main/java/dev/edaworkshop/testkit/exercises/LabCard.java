package dev.edaworkshop.testkit.exercises;

import java.util.Map;

/**
 * What the workshop has to know of a lab as a whole.
 *
 * @param id the lab's number, {@code 1}
 * @param name its folder, {@code lab1-pubsub}, both at the top and in {@code solutions}
 * @param guide its page, from the top of the repository
 * @param stack the name of the stack its CDK app synthesizes
 * @param app the main class of the CDK app
 * @param programs the main class of each program that {@code ./lab run} starts, by name
 */
public record LabCard(
        int id, String name, String title, String guide, String stack, String app, Map<String, String> programs) {

    public LabCard {
        programs = Map.copyOf(programs);
    }
}
