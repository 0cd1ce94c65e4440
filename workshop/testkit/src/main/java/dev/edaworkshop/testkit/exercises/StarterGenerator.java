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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes what an attendee edits out of its solution: the same files, with each marked region replaced by its TODO.
 *
 * @see Marker
 * @see StarterTexts
 */
public final class StarterGenerator {

    private static final Set<String> BUILD_OUTPUT = Set.of("target", "cdk.out", "node_modules");
    private static final Set<String> ONLY_IN_THE_SOLUTION = Set.of(Exercises.FILE, StarterTexts.FOLDER, "demo");
    private static final Set<String> WITH_MARKERS = Set.of("java", "json", "md", "xml");

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
            SortedMap<Path, byte[]> actual = files(starter, file -> !isTest(file));
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
        Set<String> exercises = new TreeSet<>();
        Exercises.of(solution).exercises().forEach(exercise -> exercises.add(exercise.id()));
        StarterTexts texts = new StarterTexts(solution);
        SortedMap<Path, byte[]> starter = files(
                solution,
                file -> !isTest(file)
                        && !ONLY_IN_THE_SOLUTION.contains(file.getName(0).toString()));
        starter.replaceAll((file, content) -> {
            if (!WITH_MARKERS.contains(extension(file))) {
                return content;
            }
            MarkedFile marked = MarkedFile.cut(file, text(content));
            marked.requireKnown(exercises);
            return marked.replaceRegions(region -> texts.text(file, region)).getBytes(StandardCharsets.UTF_8);
        });
        texts.requireAllUsed();
        return starter;
    }

    /** All files below a folder that are not hidden, not built and not an editor's own. */
    private static SortedMap<Path, byte[]> files(Path folder, Predicate<Path> wanted) throws IOException {
        SortedMap<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path file = folder.relativize(path);
                if (wanted.test(file) && !isIgnored(file)) {
                    files.put(file, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    private static boolean isIgnored(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".") || BUILD_OUTPUT.contains(part.toString())) {
                return true;
            }
        }
        return extension(file).equals("iml");
    }

    private static boolean isTest(Path file) {
        return file.startsWith(Path.of("src", "test"));
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
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
