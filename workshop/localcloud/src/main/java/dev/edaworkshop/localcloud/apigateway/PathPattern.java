package dev.edaworkshop.localcloud.apigateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A path with parameters, such as {@code /orders/{id}} or {@code /files/{proxy+}}.
 *
 * <p>Patterns are ordered by how specific they are: segment by segment, a text goes before a parameter, and that before
 * a greedy one.
 */
public record PathPattern(String template) implements Comparable<PathPattern> {
    /** The decoded values of the parameters; empty if the path is another. */
    public Optional<Map<String, String>> match(String path) {
        List<String> expected = segments(template);
        List<String> actual = segments(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String segment = expected.get(i);
            if (isGreedy(segment)) {
                String rest = actual.stream().skip(i).collect(Collectors.joining("/"));
                if (rest.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
                return Optional.of(parameters);
            }
            if (i >= actual.size()) {
                return Optional.empty();
            }
            String value = decode(actual.get(i));
            if (isParameter(segment) && !value.isEmpty()) {
                parameters.put(segment.substring(1, segment.length() - 1), value);
            } else if (!segment.equals(value)) {
                return Optional.empty();
            }
        }
        return actual.size() == expected.size() ? Optional.of(parameters) : Optional.empty();
    }

    @Override
    public int compareTo(PathPattern other) {
        return rank().compareTo(other.rank());
    }

    private String rank() {
        return segments(template).stream()
                .map(segment -> isGreedy(segment) ? "2" : isParameter(segment) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }

    /** A plus is a plus in a path; what is no percent-encoding stays as it is. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
