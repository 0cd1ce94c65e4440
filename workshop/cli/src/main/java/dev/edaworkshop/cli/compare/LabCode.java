package dev.edaworkshop.cli.compare;

import dev.edaworkshop.cli.keep.Regions;
import dev.edaworkshop.testkit.exercises.LabFile;
import dev.edaworkshop.testkit.exercises.LabFile.Part.Region;
import dev.edaworkshop.testkit.exercises.LabFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The code of a lab, compared with its solution: as a whole, or only where an exercise is. */
public final class LabCode {

    /**
     * What differs.
     *
     * @param lines to print as they are; empty if nothing does
     * @param remarks what could not be compared, or is only on one side
     */
    public record Comparison(List<String> lines, List<String> remarks) {
        public Comparison {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    private final Path folder;
    private final SortedMap<Path, LabFile> files;
    private final CodeDiff diff;
    private final List<String> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public LabCode(Path folder, SortedMap<Path, LabFile> files, CodeDiff diff) {
        this.folder = folder;
        this.files = files;
        this.diff = diff;
    }

    /** Compares the regions of some exercises. */
    public Comparison of(Set<String> exercises) throws IOException {
        for (LabFile file : files.values()) {
            List<Region> regions = exercises.stream()
                    .flatMap(exercise -> file.regions(exercise).stream())
                    .toList();
            if (!regions.isEmpty()) {
                compare(file, regions);
            }
        }
        return new Comparison(lines, remarks);
    }

    /** Compares every file. */
    public Comparison all() throws IOException {
        for (LabFile file : files.values()) {
            Optional<String> mine = mine(file);
            if (mine.isPresent()) {
                compareWhole(file, mine.get());
            }
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .map(folder::relativize)
                        .filter(path -> LabFiles.belongs(path) && !files.containsKey(path))
                        .sorted()
                        .forEach(path -> remarks.add(path + " is only in your lab."));
            }
        }
        return new Comparison(lines, remarks);
    }

    private void compare(LabFile file, List<Region> regions) throws IOException {
        Optional<String> mine = mine(file);
        if (mine.isEmpty()) {
            return;
        }
        Regions found = Regions.in(mine.get(), file);
        if (regions.stream().anyMatch(region -> found.text(region.name()).isEmpty())) {
            remarks.add("%s: the lines around the exercise were changed, so the whole file is compared."
                    .formatted(file.path()));
            compareWhole(file, mine.get());
            return;
        }
        for (Region region : regions) {
            lines.addAll(diff.of(
                    "%s (exercise %s)".formatted(file.path(), region.exercise()),
                    found.text(region.name()).orElseThrow(),
                    region.solution()));
        }
    }

    private void compareWhole(LabFile file, String mine) {
        LabFile.text(file.solution())
                .ifPresent(solution -> lines.addAll(diff.of(file.path().toString(), mine, solution)));
    }

    private Optional<String> mine(LabFile file) throws IOException {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            remarks.add(file.path() + " is only in the solution.");
            return Optional.empty();
        }
        Optional<String> text = LabFile.text(Files.readAllBytes(path));
        if (text.isEmpty()) {
            remarks.add(file.path() + " is no text in your lab, so it cannot be compared.");
        }
        return text;
    }
}
