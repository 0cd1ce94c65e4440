package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.LabCard;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The programs of one state of a lab's code.
 *
 * @param lab whose classes run
 * @param mainClasses by name
 */
public record LabPrograms(LabProject lab, Map<String, String> mainClasses) {
    public LabPrograms {
        mainClasses = Map.copyOf(mainClasses);
    }

    /** Those that the lab's card lists, as they are compiled in this folder. */
    public static LabPrograms of(LabProject lab, LabCard card) {
        return new LabPrograms(lab, card.programs());
    }

    /**
     * Starts one.
     *
     * @param environment in addition to the outputs, and stronger
     * @param accessKey whose requests its requests are
     * @throws IllegalStateException if there is no such program
     */
    RunningProgram start(
            String program,
            List<String> arguments,
            Map<String, String> outputs,
            Map<String, String> environment,
            URI endpoint,
            String region,
            String accessKey) {
        String mainClass = mainClasses.get(program);
        if (mainClass == null) {
            throw new IllegalStateException("%s has no program %s; it has %s"
                    .formatted(lab.name(), program, new TreeSet<>(mainClasses.keySet())));
        }
        ProcessBuilder process = LabProgram.process(lab, mainClass, arguments, outputs, endpoint, region, accessKey);
        process.environment().putAll(environment);
        return RunningProgram.start(program, process);
    }
}
