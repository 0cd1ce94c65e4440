package dev.edaworkshop.cli.project;

import dev.edaworkshop.cli.console.LabException;

/** What a command is to work on: a whole lab or one exercise of it. */
public sealed interface Selection permits LabId, ExerciseId {

    /** @throws LabException if the text is neither a lab nor an exercise */
    static Selection parse(String text) {
        return ExerciseId.parse(text)
                .<Selection>map(exercise -> exercise)
                .or(() -> LabId.parse(text))
                .orElseThrow(() -> new LabException(
                        "“" + text + "” is neither a lab nor an exercise.",
                        "A lab is written 1, lab1 or lab1-pubsub; an exercise 1.2 or 1.2-name-the-fact.",
                        "./lab list shows what there is."));
    }
}
