package dev.edaworkshop.testkit.exercises;

import dev.edaworkshop.testkit.exercises.LabFile.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A text file of a solution, cut at its markers. */
final class MarkedFile {

    /**
     * A run of lines.
     *
     * @param begin the marker of the region; empty for what lab and solution share
     * @param line of that marker
     */
    private record Piece(Optional<Marker> begin, int line, String text) {
        String name() {
            return begin.map(Marker::name).orElse("");
        }
    }

    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");

    private final Path file;
    private final List<Piece> pieces;

    private MarkedFile(Path file, List<Piece> pieces) {
        this.file = file;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * @param file what errors name
     * @throws InvalidMarkerException if a region does not end, is ended twice or lies in another one
     */
    static MarkedFile cut(Path file, String text) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Marker> open = Optional.empty();
        int openedAt = 0;
        StringBuilder current = new StringBuilder();
        List<String> lines = LINE_ENDS.splitAsStream(text).toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Marker> marker = Marker.of(lines.get(i));
            if (marker.isEmpty()) {
                current.append(lines.get(i));
                continue;
            }
            requireFits(marker.get(), open, openedAt, file, i + 1);
            pieces.add(new Piece(open, openedAt, current.toString()));
            current.setLength(0);
            open = marker.filter(Marker::begins);
            openedAt = i + 1;
        }
        if (open.isPresent()) {
            throw new InvalidMarkerException(
                    file,
                    openedAt,
                    "\"%s\" has no end; add \"%s\""
                            .formatted(open.get(), open.get().end()));
        }
        pieces.add(new Piece(Optional.empty(), 0, current.toString()));
        requireDistinctNames(file, pieces);
        return new MarkedFile(file, pieces);
    }

    private static void requireFits(Marker marker, Optional<Marker> open, int openedAt, Path file, int line) {
        if (marker.begins() && open.isPresent()) {
            throw new InvalidMarkerException(
                    file,
                    line,
                    "\"%s\" lies inside \"%s\" of line %d; regions cannot be nested, so end that one first"
                            .formatted(marker, open.get(), openedAt));
        }
        if (!marker.begins() && !open.map(Marker::name).equals(Optional.of(marker.name()))) {
            throw new InvalidMarkerException(
                    file,
                    line,
                    "\"%s\" ends nothing: %s"
                            .formatted(
                                    marker,
                                    open.map(begin -> "\"%s\" of line %d is open".formatted(begin, openedAt))
                                            .orElse("no region is open")));
        }
    }

    private static void requireDistinctNames(Path file, List<Piece> pieces) {
        List<String> names = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.begin().isPresent() && names.contains(piece.name())) {
                throw new InvalidMarkerException(
                        file,
                        piece.line(),
                        "\"%s\" is there twice; give this one a name: \"%1$s two\""
                                .formatted(piece.begin().get()));
            }
            names.add(piece.name());
        }
    }

    /** The names of the regions, in order. */
    List<String> regions() {
        return pieces.stream()
                .flatMap(piece -> piece.begin().stream())
                .map(Marker::name)
                .toList();
    }

    /** @throws InvalidMarkerException naming the first marker of an exercise that is not one of these */
    void requireKnown(Set<String> exercises) {
        for (Piece piece : pieces) {
            String id = piece.begin().map(Marker::exercise).orElse("");
            if (!id.isEmpty() && !exercises.contains(id)) {
                throw new InvalidMarkerException(
                        file,
                        piece.line(),
                        "there is no exercise %s; %s has %s. Correct the marker, or add the exercise"
                                .formatted(id, Exercises.FILE, exercises));
            }
        }
    }

    /**
     * The file with each region in both its forms. What makes the solution another module than its lab is no exercise:
     * there, only the lab's form is left.
     *
     * @param starter what stands in place of the region of this name
     * @throws InvalidMarkerException if there is nothing
     */
    List<Part> parts(Function<String, Optional<String>> starter) {
        List<Part> parts = new ArrayList<>();
        StringBuilder shared = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.begin().isEmpty()) {
                shared.append(piece.text());
                continue;
            }
            String replacement = starter.apply(piece.name()).orElseThrow(() -> withoutReplacement(piece));
            String exercise = piece.begin().get().exercise();
            if (exercise.isEmpty()) {
                shared.append(replacement);
                continue;
            }
            parts.add(new Part.Shared(shared.toString()));
            shared.setLength(0);
            parts.add(new Part.Region(exercise, piece.name(), replacement, piece.text()));
        }
        parts.add(new Part.Shared(shared.toString()));
        return parts;
    }

    private InvalidMarkerException withoutReplacement(Piece piece) {
        return new InvalidMarkerException(
                file,
                piece.line(),
                "nothing says what the starter has here; write it into %s"
                        .formatted(StarterTexts.path(file, piece.name())));
    }
}
