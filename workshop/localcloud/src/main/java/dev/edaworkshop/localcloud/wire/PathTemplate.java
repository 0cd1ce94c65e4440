package dev.edaworkshop.localcloud.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named segments in braces; the last one may end in a plus, as in {@code {Key+}}, and takes all that is left. */
final class PathTemplate {
    private final List<String> segments;

    PathTemplate(String template) {
        segments = List.of(template.split("/", -1));
    }

    /** The decoded values of the named segments, or empty if the path has another form. */
    Optional<Map<String, String>> match(String path) {
        boolean greedy = segments.getLast().endsWith("+}");
        List<String> actual = greedy
                ? List.of(path.split("/", segments.size()))
                : List.of((path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1));
        List<String> expected = segments.getLast().isEmpty() ? segments.subList(0, segments.size() - 1) : segments;
        if (actual.size() != expected.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            String segment = expected.get(i);
            if (segment.startsWith("{")) {
                if (segment.endsWith("+}") && actual.get(i).isEmpty()) {
                    return Optional.empty();
                }
                // A plus is a plus in a path; only form parameters read it as a space.
                values.put(
                        segment.substring(1, segment.length() - (segment.endsWith("+}") ? 2 : 1)),
                        URLDecoder.decode(actual.get(i).replace("+", "%2B"), StandardCharsets.UTF_8));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
