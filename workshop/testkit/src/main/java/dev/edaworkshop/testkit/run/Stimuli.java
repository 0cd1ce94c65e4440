package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.Red;
import dev.edaworkshop.testkit.exercises.DemoScenario;
import dev.edaworkshop.testkit.exercises.DemoStep;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a scenario's steps in a stack, whoever wrote it.
 *
 * @param journal everything that happened because of them
 * @param failures what went wrong with a step, each reason once; empty if nothing did
 */
public record Stimuli(List<Hop> journal, List<String> failures) {
    public Stimuli {
        journal = List.copyOf(journal);
        failures = List.copyOf(failures);
    }

    /** Deploys a stack into an account of its own and does the scenario's steps there. */
    public static Stimuli play(DemoScenario scenario, LocalCloud cloud, CloudAssembly assembly, LabPrograms programs) {
        List<String> failures = new ArrayList<>();
        try (LocalLab lab = LocalLab.deploy(cloud, assembly, "diff", new PhaseClock(), programs)) {
            long before = lab.journal().size();
            DemoPlayer player = new DemoPlayer(lab);
            for (DemoStep step : scenario.steps()) {
                try {
                    player.play(step);
                } catch (Red red) { // the other stack may do better
                    String first = red.observed().lines().findFirst().orElse("");
                    if (!failures.contains(first)) {
                        failures.add(first);
                    }
                }
            }
            lab.drain();
            return new Stimuli(lab.journal().stream().skip(before).toList(), failures);
        }
    }
}
