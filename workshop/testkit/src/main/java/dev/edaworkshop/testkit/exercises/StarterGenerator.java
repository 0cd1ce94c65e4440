package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes what an attendee edits out of its solution: the same files, with each marked region replaced by its TODO.
 *
 * @see Marker
 * @see StarterTexts
 */
public final class StarterGenerator {

    /**
     * Writes the starter, over whatever is there; other files in the folder stay as they are.
     *
     * @return the files written, from the target folder
     * @throws InvalidMarkerException if a marker cannot be followed
     * @throws InvalidExercisesException if the solution's exercises are not in order
     */
    public static List<Path> generate(Path solution, Path target) {
        try {
            SortedMap<Path, byte[]> starter = starter(solution);
            for (Map.Entry<Path, byte[]> file : starter.entrySet()) {
                Path to = target.resolve(file.getKey());
                Files.createDirectories(to.resolve("..").normalize());
                Files.write(to, file.getValue());
            }
            return List.copyOf(starter.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a starter with what its solution yields. Test sources and build output do not matter.
     *
     * @return sorted by file; empty if they are the same
     */
    public static List<Difference> compare(Path solution, Path starter) {
        try {
            SortedMap<Path, byte[]> expected = starter(solution);
            SortedMap<Path, byte[]> actual = LabFiles.read(starter, LabFiles::belongs);
            Set<Path> all = new TreeSet<>(expected.keySet());
            all.addAll(actual.keySet());
            List<Difference> differences = new ArrayList<>();
            for (Path file : all) {
                byte[] yielded = expected.get(file);
                byte[] found = actual.get(file);
                if (found == null) {
                    differences.add(new Difference(file, "is missing in the starter"));
                } else if (yielded == null) {
                    differences.add(new Difference(file, "does not come from the solution; delete it"));
                } else if (!Arrays.equals(yielded, found)) {
                    differences.add(new Difference(file, firstDifference(text(yielded), text(found))));
                }
            }
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<Path, byte[]> starter(Path solution) throws IOException {
        SortedMap<Path, byte[]> starter = new TreeMap<>();
        LabFiles.of(solution).forEach((file, content) -> starter.put(file, content.starter()));
        return starter;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String firstDifference(String yielded, String found) {
        List<String> expected = yielded.lines().toList();
        List<String> actual = found.lines().toList();
        int line = 0;
        while (line < expected.size()
                && line < actual.size()
                && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        return "differs in line %d:%n    the solution yields: %s%n    the starter has:     %s"
                .formatted(line + 1, lineOrEnd(expected, line), lineOrEnd(actual, line));
    }

    private static String lineOrEnd(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(the end of the file)";
    }

    private StarterGenerator() {}
}
