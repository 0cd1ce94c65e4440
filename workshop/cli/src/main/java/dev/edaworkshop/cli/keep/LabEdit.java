package dev.edaworkshop.cli.keep;

import dev.edaworkshop.testkit.exercises.LabFile;
import dev.edaworkshop.testkit.exercises.LabFile.Part;
import dev.edaworkshop.testkit.exercises.LabFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Works out what a reset or a solve has to change in one lab. What belongs to other exercises, and what the attendee
 * wrote around the regions, stays; only where a region cannot be found any more the whole file is replaced.
 */
public final class LabEdit {
    private final Path folder;
    private final SortedMap<Path, LabFile> files;
    private final Map<String, Goal> goals = new TreeMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();

    /**
     * @param folder the lab that the attendee edits
     * @param files what it consists of, see {@link LabFiles}
     */
    public LabEdit(Path folder, SortedMap<Path, LabFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** What is to be where, by path from the project's folder. */
    public Map<String, Goal> goals() {
        return Map.copyOf(goals);
    }

    /** What is worth saying about a file, by its path from the project's folder. */
    public Map<String, String> remarks() {
        return Map.copyOf(remarks);
    }

    /** The exercises as they were at first. */
    public LabEdit reset(Set<String> exercises) throws IOException {
        return replace(exercises, Part.Region::starter, LabFile::starter);
    }

    /** The exercises as the solution has them. */
    public LabEdit solve(Set<String> exercises) throws IOException {
        return replace(exercises, Part.Region::solution, LabFile::solution);
    }

    /** All exercises as the solution has them, and what is missing. */
    public LabEdit solveAll(Set<String> exercises) throws IOException {
        for (LabFile file : files.values()) {
            if (!Files.exists(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS)) {
                want(file.path(), file.solution());
            }
        }
        return solve(exercises);
    }

    /** The whole lab as it was at first: what was changed, what is missing, and without what was added. */
    public LabEdit resetAll() throws IOException {
        files.values().forEach(file -> want(file.path(), file.starter()));
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            removeWhatWasAdded();
        }
        return this;
    }

    private void want(Path file, byte[] content) {
        goals.put(name(file), new Goal.Written(content));
    }

    private String name(Path file) {
        return Plan.path(Disk.parent(folder), folder.resolve(file));
    }

    private LabEdit replace(
            Set<String> exercises, Function<Part.Region, String> choice, Function<LabFile, byte[]> whole)
            throws IOException {
        for (LabFile file : files.values()) {
            Map<String, String> replacements = new HashMap<>();
            for (String exercise : exercises) {
                file.regions(exercise).forEach(region -> replacements.put(region.name(), choice.apply(region)));
            }
            if (!replacements.isEmpty()) {
                replace(file, replacements, whole);
            }
        }
        return this;
    }

    private void replace(LabFile file, Map<String, String> replacements, Function<LabFile, byte[]> whole)
            throws IOException {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            // As it was at first, and in it what was asked for.
            String starter = LabFile.text(file.starter()).orElseThrow();
            String text = Regions.in(starter, file).replace(replacements).orElse(starter);
            goals.put(name(file.path()), new Goal.Written(text));
            remarks.put(name(file.path()), "was not there; the rest of it is the starter's");
            return;
        }
        Optional<String> text = LabFile.text(Files.readAllBytes(path))
                .flatMap(mine -> Regions.in(mine, file).replace(replacements));
        if (text.isPresent()) {
            goals.put(name(file.path()), new Goal.Written(text.get()));
        } else {
            want(file.path(), whole.apply(file));
            remarks.put(
                    name(file.path()),
                    "is replaced as a whole: the lines around the exercise were changed, so its place is not to be found");
        }
    }

    private void removeWhatWasAdded() throws IOException {
        Set<Path> parents = new HashSet<>();
        for (Path file : files.keySet()) {
            for (Path parent = file.getParent(); parent != null; parent = parent.getParent()) {
                parents.add(parent);
            }
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                Path path = folder.relativize(visited);
                if (visited.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                if (!LabFiles.belongs(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!parents.contains(path) && !files.containsKey(path)) {
                    goals.put(name(path), new Goal.Absent());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
                Path path = folder.relativize(visited);
                if (LabFiles.belongs(path) && !files.containsKey(path) && !parents.contains(path)) {
                    goals.put(name(path), new Goal.Absent());
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
