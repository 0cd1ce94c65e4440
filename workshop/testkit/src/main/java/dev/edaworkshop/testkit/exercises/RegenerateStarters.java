package dev.edaworkshop.testkit.exercises;

import java.nio.file.Path;

/** Writes every starter anew from its solution. */
public final class RegenerateStarters {

    /** How a maintainer runs this. */
    public static final String COMMAND = "mvn -q -pl workshop/testkit -am process-classes -Dstarters";

    /**
     * Generates, and prints what it wrote.
     *
     * @param args the repository's folder
     */
    public static void main(String[] args) {
        for (Path solution : Labs.solutions(Path.of(args[0]))) {
            Path lab = Exercises.labFolder(solution);
            StarterGenerator.generate(solution, lab);
            System.out.printf("Wrote %s%n", lab);
            // What generating leaves alone because it cannot know whose it is.
            StarterGenerator.compare(solution, lab).forEach(difference -> System.out.printf("  %s%n", difference));
        }
    }

    private RegenerateStarters() {}
}
