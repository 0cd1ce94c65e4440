package dev.edaworkshop.cli.project;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody asked for a lab that is not in this project. */
public final class UnknownLabException extends LabException {
    private static final long serialVersionUID = 1;

    UnknownLabException(String asked, Path root, List<Lab> labs) {
        super(
                "There is no lab “" + asked + "”.",
                labs.isEmpty()
                        ? root + " has no lab: no folder labN-… with a solution of the same name under solutions."
                        : "This project has: "
                                + labs.stream().map(Lab::folderName).collect(Collectors.joining(", ")) + ".",
                labs.isEmpty()
                        ? "Get a complete copy of the workshop, then run the same command there."
                        : "Name one of these, by number (" + labs.getFirst().number() + ") or by folder.");
    }
}
