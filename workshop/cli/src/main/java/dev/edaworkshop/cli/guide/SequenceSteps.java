package dev.edaworkshop.cli.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mermaid's sequence diagrams as what they are: one step after the other, in words. */
final class SequenceSteps {
    private static final Pattern PARTICIPANT = Pattern.compile("(?:participant|actor)\\s+(\\w+)(?:\\s+as\\s+(.+))?");
    private static final Pattern MESSAGE = Pattern.compile("(\\w+)\\s*(--?(?:>>|>|x|\\)))\\s*[+-]?(\\w+)\\s*:\\s*(.*)");
    private static final Pattern NOTE = Pattern.compile("Note\\s+(?:over|left of|right of)\\s+([\\w, ]+):\\s*(.*)");
    private static final Pattern IGNORED = Pattern.compile("(?:%%.*|autonumber|activate .*|deactivate .*)?");

    private SequenceSteps() {}

    /** Empty if it is no sequence diagram, or has something that cannot be told as a step. */
    static Optional<List<String>> parse(String mermaid) {
        List<String> lines = mermaid.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals("sequenceDiagram")) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        List<String> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher participant = PARTICIPANT.matcher(line);
            Matcher message = MESSAGE.matcher(line);
            Matcher note = NOTE.matcher(line);
            if (participant.matches()) {
                String name = participant.group(2);
                names.put(participant.group(1), plain(name == null ? participant.group(1) : name));
            } else if (message.matches()) {
                String lost = message.group(2).endsWith("x") ? " (lost)" : "";
                steps.add("%s → %s: %s%s"
                        .formatted(
                                names.getOrDefault(message.group(1), message.group(1)),
                                names.getOrDefault(message.group(3), message.group(3)),
                                plain(message.group(4)),
                                lost));
            } else if (note.matches()) {
                String where = note.group(1).strip();
                steps.add("%s: %s".formatted(names.getOrDefault(where, where), plain(note.group(2))));
            } else if (!IGNORED.matcher(line).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(steps);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s*<br\\s*/?>\\s*", " ").strip();
    }
}
