package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.HttpPortOwner;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.cli.resident.ResidentFinder;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the running {@code ./lab start} of a project. */
final class Residents {
    private Residents() {}

    static Optional<Resident> find(Project project, Consumer<String> notice) {
        return finder(project).find(notice);
    }

    /** @throws dev.edaworkshop.cli.console.LabException if none runs */
    static Resident require(Project project, Consumer<String> notice) {
        return finder(project).require(notice);
    }

    private static ResidentFinder finder(Project project) {
        return new ResidentFinder(project.stateFolder(), new HttpPortOwner());
    }
}
