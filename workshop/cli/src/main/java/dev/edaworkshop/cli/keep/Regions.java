package dev.edaworkshop.cli.keep;

import dev.edaworkshop.testkit.exercises.LabFile;
import dev.edaworkshop.testkit.exercises.LabFile.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the regions of a lab's file in what an attendee made of it.
 *
 * <p>A region lies between the lines that come before and after it. Of these, so many are looked for as are needed to
 * tell the place from all others; indentation and blank lines do not matter. What the attendee wrote in between is the
 * region, whatever it is.
 */
public final class Regions {
    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");

    /** @param from the first line of the region; until before {@code to} */
    private record Span(int from, int to) {}

    private final List<String> lines;
    private final String lineEnd;
    private final Map<String, Span> spans = new LinkedHashMap<>();

    private Regions(String text) {
        lines = lines(text);
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Looks for all regions of a file in a text. */
    public static Regions in(String text, LabFile file) {
        Regions regions = new Regions(text);
        Lines mine = Lines.whole(regions.lines);
        List<Lines> originals = List.of(original(file.starter()), original(file.solution()));
        int after = 0;
        for (int i = 1; i + 1 < file.parts().size(); i += 2) {
            if (file.parts().get(i - 1) instanceof Part.Shared before
                    && file.parts().get(i) instanceof Part.Region region
                    && file.parts().get(i + 1) instanceof Part.Shared behind) {
                boolean first = i == 1;
                boolean last = i + 2 == file.parts().size();
                var from = mine.endOf(lines(before.text()), first, originals);
                var to = mine.startOf(lines(behind.text()), last, originals);
                if (from.isPresent() && to.isPresent() && after <= from.get() && from.get() <= to.get()) {
                    regions.spans.put(region.name(), new Span(from.get(), to.get()));
                    after = to.get();
                }
            }
        }
        return regions;
    }

    private static Lines original(byte[] bytes) {
        return Lines.whole(lines(LabFile.text(bytes).orElse("")));
    }

    /** What the attendee has there; empty if the place cannot be found. */
    public Optional<String> text(String region) {
        return Optional.ofNullable(spans.get(region))
                .map(span -> String.join("", lines.subList(span.from(), span.to())));
    }

    /**
     * The attendee's text with some regions replaced, in the attendee's line ends.
     *
     * @param replacements by the region's name
     * @return empty if one of them cannot be found
     */
    Optional<String> replace(Map<String, String> replacements) {
        if (!spans.keySet().containsAll(replacements.keySet())) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (Map.Entry<String, Span> span : spans.entrySet()) {
            String replacement = replacements.get(span.getKey());
            if (replacement != null) {
                append(text, next, span.getValue().from());
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append(lineEnd);
                }
                text.append(replacement.replace("\r\n", "\n").replace("\n", lineEnd));
                next = span.getValue().to();
            }
        }
        append(text, next, lines.size());
        return Optional.of(text.toString());
    }

    private void append(StringBuilder text, int from, int to) {
        lines.subList(from, to).forEach(text::append);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : LINE_ENDS.splitAsStream(text).collect(Collectors.toList());
    }

    /** Lines of a text among which some are looked for. */
    private static final class Lines {
        private static final String BEGINNING = "(beginning)\n"; // no line has a line end in the middle
        private static final String END = "(end)\n";

        private final List<String> all;
        private final List<Integer> places = new ArrayList<>(); // of the lines that are not blank
        private final List<String> words = new ArrayList<>(); // the same lines without their indentation

        /** @param begins whether the file's beginning, and {@code ends} its end, is something to be found as well */
        private Lines(List<String> all, boolean begins, boolean ends) {
            this.all = all;
            if (begins) {
                add(-1, BEGINNING);
            }
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isBlank()) {
                    add(i, all.get(i).strip());
                }
            }
            if (ends) {
                add(all.size(), END);
            }
        }

        static Lines whole(List<String> all) {
            return new Lines(all, true, true);
        }

        private void add(int place, String word) {
            places.add(place);
            words.add(word);
        }

        /** Where these lines end, blank ones included. */
        Optional<Integer> endOf(List<String> before, boolean fileBegins, List<Lines> originals) {
            List<String> wanted = new Lines(before, fileBegins, false).words;
            int blank = before.size();
            while (blank > 0 && before.get(blank - 1).isBlank()) {
                blank--;
            }
            int trailing = before.size() - blank;
            for (int n = 1; n <= wanted.size(); n++) {
                List<String> run = wanted.subList(wanted.size() - n, wanted.size());
                if (isUnique(run, originals)) {
                    int line = places.get(occurrences(run).getFirst() + n - 1);
                    return Optional.of(skipBlank(line + 1, trailing, 1));
                }
            }
            return Optional.empty();
        }

        /** Where these lines start, blank ones included. */
        Optional<Integer> startOf(List<String> behind, boolean fileEnds, List<Lines> originals) {
            List<String> wanted = new Lines(behind, false, fileEnds).words;
            int leading = 0;
            while (leading < behind.size() && behind.get(leading).isBlank()) {
                leading++;
            }
            for (int n = 1; n <= wanted.size(); n++) {
                List<String> run = wanted.subList(0, n);
                if (isUnique(run, originals)) {
                    int line = places.get(occurrences(run).getFirst());
                    return Optional.of(skipBlank(line, leading, -1));
                }
            }
            return Optional.empty();
        }

        private boolean isUnique(List<String> run, List<Lines> originals) {
            return occurrences(run).size() == 1
                    && originals.stream()
                            .allMatch(original -> original.occurrences(run).size() == 1);
        }

        private List<Integer> occurrences(List<String> run) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i + run.size() <= words.size(); i++) {
                if (words.subList(i, i + run.size()).equals(run)) {
                    found.add(i);
                }
            }
            return found;
        }

        /** Passes over so many blank lines as there are, at most these. */
        private int skipBlank(int line, int most, int direction) {
            int at = line;
            for (int i = 0; i < most; i++) {
                int next = direction > 0 ? at : at - 1;
                if (next < 0 || next >= all.size() || !all.get(next).isBlank()) {
                    break;
                }
                at += direction;
            }
            return at;
        }
    }
}
