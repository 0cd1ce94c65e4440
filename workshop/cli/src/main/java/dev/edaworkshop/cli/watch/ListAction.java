package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.testkit.exercises.ExerciseCard;

/** Lists the lab's exercises with what is known of them. */
final class ListAction implements WatchAction {
    @Override
    public char key() {
        return 'l';
    }

    @Override
    public String label() {
        return "list";
    }

    @Override
    public void run(WatchContext context) {
        Console console = context.console();
        Course course = context.course();
        for (ExerciseCard exercise : course.exercises()) {
            String sign =
                    course.isGreen(exercise) ? "✓" : course.verdict(exercise).isPresent() ? "✗" : "·";
            String here = exercise.equals(course.current()) ? "  ← you are here" : "";
            console.line("  %s %s %s%s".formatted(sign, exercise.id(), exercise.title(), here));
        }
    }
}
