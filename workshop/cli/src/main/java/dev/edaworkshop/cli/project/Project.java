package dev.edaworkshop.cli.project;

import dev.edaworkshop.cli.console.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The workshop's folder on this machine. */
public final class Project {
    private static final Pattern LAB_FOLDER = Pattern.compile("lab([1-9]\\d?)-[a-z0-9-]+");

    private final Path root;

    public Project(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Finds the project this process belongs to.
     *
     * @param fromLauncher the folder of the launch script, if this process was started by it
     * @param start where to look otherwise, going up from there
     * @throws LabException if no folder on the way up is a workshop
     */
    public static Project find(Optional<Path> fromLauncher, Path start) {
        return fromLauncher
                .filter(Project::isWorkshop)
                .or(() -> Stream.<Path>iterate(
                                start.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                        .filter(Project::isWorkshop)
                        .findFirst())
                .map(Project::new)
                .orElseThrow(() -> new LabException(
                        "This is not a copy of the workshop.",
                        "Neither " + start.toAbsolutePath().normalize() + " nor a folder above it has workshop/cli.",
                        "Change into the folder you cloned the workshop into, and run ./lab there."));
    }

    public Path root() {
        return root;
    }

    /** Where the workshop keeps what it writes: logs, caches, who is running. Created when first asked for. */
    public Path stateFolder() {
        Path folder = root.resolve(".lab");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LabException(
                    "The workshop cannot write into its own folder.",
                    folder + " could not be created: " + e.getMessage(),
                    "Give yourself permission to write there, or clone the workshop into a folder of your own.",
                    e);
        }
    }

    /** The labs with a solution, by number. */
    public List<Lab> labs() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.flatMap(folder -> lab(folder).stream())
                    .sorted(Comparator.comparingInt(Lab::number).thenComparing(Lab::folderName))
                    .toList();
        } catch (IOException e) {
            throw new LabException(
                    "The project's folder cannot be read.", root + ": " + e.getMessage(), "Run ./lab doctor.", e);
        }
    }

    /** @throws UnknownLabException if there is none with this number and name; the message lists what there is */
    public Lab lab(LabId id) {
        List<Lab> labs = labs();
        return labs.stream()
                .filter(id::matches)
                .findFirst()
                .orElseThrow(() -> new UnknownLabException(id.toString(), root, labs));
    }

    /**
     * Finds the lab an attendee typed.
     *
     * @throws UnknownLabException if it is no lab of this project; the message lists what there is
     */
    public Lab lab(String typed) {
        return LabId.parse(typed).map(this::lab).orElseThrow(() -> new UnknownLabException(typed, root, labs()));
    }

    /** The lab this folder is in, or its solution; empty outside of labs. */
    public Optional<Lab> labAt(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return labs().stream()
                .filter(lab -> place.startsWith(lab.starter()) || place.startsWith(lab.solution()))
                .findFirst();
    }

    /**
     * Completes what an attendee typed.
     *
     * @param existing the exercises of the lab, with their titles
     * @throws UnknownExerciseException if it is none of these
     */
    public static ExerciseId exercise(ExerciseId asked, List<ExerciseId> existing) {
        return existing.stream()
                .filter(asked::matches)
                .findFirst()
                .orElseThrow(() -> new UnknownExerciseException(asked, existing));
    }

    private Optional<Lab> lab(Path folder) {
        String name = folder.getFileName().toString();
        Matcher matcher = LAB_FOLDER.matcher(name);
        Path solution = root.resolve("solutions").resolve(name);
        return matcher.matches() && Files.isDirectory(folder) && Files.isDirectory(solution)
                ? Optional.of(new Lab(Integer.parseInt(matcher.group(1)), name, folder, solution))
                : Optional.empty();
    }

    private static boolean isWorkshop(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("workshop/cli"));
    }
}
