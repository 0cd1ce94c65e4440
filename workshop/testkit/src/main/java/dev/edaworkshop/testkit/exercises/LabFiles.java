package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files a lab consists of, as its solution yields them. */
public final class LabFiles {

    private static final Set<String> BUILD_OUTPUT = Set.of("target", "cdk.out", "node_modules");
    private static final Set<String> ONLY_IN_THE_SOLUTION = Set.of(Exercises.FILE, StarterTexts.FOLDER, "demo");
    private static final Set<String> WITH_MARKERS = Set.of("java", "json", "md", "xml");

    /**
     * Reads the files of a lab, each as starter and as solution.
     *
     * @return by their path from the lab's folder
     * @throws InvalidMarkerException if a marker cannot be followed
     * @throws InvalidExercisesException if the solution's exercises are not in order
     */
    public static SortedMap<Path, LabFile> of(Path solution) throws IOException {
        Set<String> exercises = new TreeSet<>();
        Exercises.of(solution).exercises().forEach(exercise -> exercises.add(exercise.id()));
        return of(solution, exercises);
    }

    /**
     * The same, where somebody has read the exercises already.
     *
     * @param exercises their ids
     */
    public static SortedMap<Path, LabFile> of(Path solution, Set<String> exercises) throws IOException {
        StarterTexts texts = new StarterTexts(solution);
        SortedMap<Path, LabFile> lab = new TreeMap<>();
        read(
                        solution,
                        file -> belongs(file)
                                && !ONLY_IN_THE_SOLUTION.contains(
                                        file.getName(0).toString()))
                .forEach((file, content) -> lab.put(file, cut(file, content, texts, exercises)));
        texts.requireAllUsed();
        return lab;
    }

    /**
     * Whether a file of a lab's folder is one that a starter consists of, or would be if the solution had it. Tests are
     * not (there is one copy of them, and it is no exercise), nor is what is hidden, built or an editor's own.
     *
     * @param file from the lab's folder
     */
    public static boolean belongs(Path file) {
        if (file.startsWith(Path.of("src", "test")) || extension(file).equals("iml")) {
            return false;
        }
        for (Path part : file) {
            if (part.toString().startsWith(".") || BUILD_OUTPUT.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    /** All files below a folder that are wanted, by their path from there. */
    static SortedMap<Path, byte[]> read(Path folder, Predicate<Path> wanted) throws IOException {
        SortedMap<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path file = folder.relativize(path);
                if (wanted.test(file)) {
                    files.put(file, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    private static LabFile cut(Path file, byte[] content, StarterTexts texts, Set<String> exercises) {
        if (!WITH_MARKERS.contains(extension(file))) {
            return LabFile.shared(file, content);
        }
        MarkedFile marked = MarkedFile.cut(file, new String(content, StandardCharsets.UTF_8));
        marked.requireKnown(exercises);
        return marked.regions().isEmpty()
                ? LabFile.shared(file, content)
                : LabFile.of(file, marked.parts(region -> texts.text(file, region)));
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private LabFiles() {}
}
