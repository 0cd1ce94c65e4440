package dev.edaworkshop.testkit.exercises;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file of a lab as an attendee's folder may hold it: untouched, or solved; cut where the two differ. */
public final class LabFile {

    /** A run of lines. */
    public sealed interface Part {

        /** What starter and solution share. */
        record Shared(String text) implements Part {}

        /**
         * What the attendee of an exercise writes.
         *
         * @param exercise its id
         * @param name what the region is called in its file, {@code 1.2} or {@code 1.2-queue}
         */
        record Region(String exercise, String name, String starter, String solution) implements Part {}
    }

    private final Path path;
    private final byte[] bytes;
    private final List<Part> parts;

    private LabFile(Path path, byte[] bytes, List<Part> parts) {
        this.path = path;
        this.bytes = bytes;
        this.parts = List.copyOf(parts);
    }

    /** A file that is the same in both. */
    static LabFile shared(Path path, byte[] bytes) {
        return new LabFile(path, bytes.clone(), List.of());
    }

    /** A file with regions. */
    static LabFile of(Path path, List<Part> parts) {
        return new LabFile(path, new byte[0], parts);
    }

    /** From the lab's folder. */
    public Path path() {
        return path;
    }

    /** In the order of the file; empty if starter and solution are the same, or if it is no text. */
    public List<Part> parts() {
        return parts;
    }

    /** The regions of one exercise, in the order of the file. */
    public List<Part.Region> regions(String exercise) {
        return parts.stream()
                .filter(Part.Region.class::isInstance)
                .map(Part.Region.class::cast)
                .filter(region -> region.exercise().equals(exercise))
                .toList();
    }

    public byte[] starter() {
        return bytes(Part.Region::starter);
    }

    /** The solution as it stands in the lab's own folder, so without what makes it another Maven module. */
    public byte[] solution() {
        return bytes(Part.Region::solution);
    }

    private byte[] bytes(Function<Part.Region, String> choice) {
        if (parts.isEmpty()) {
            return bytes.clone();
        }
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Shared shared -> shared.text();
                    case Part.Region region -> choice.apply(region);
                })
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The text of such bytes; empty if they are no UTF-8. */
    public static Optional<String> text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? Optional.of(text) : Optional.empty();
    }
}
