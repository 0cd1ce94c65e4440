package dev.edaworkshop.cli.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which classes a process loaded, as the JVM logs it with {@code -Xlog:class+load}. */
record LoadedClasses(Map<String, Integer> bySource) {
    private static final Pattern LINE = Pattern.compile(".*\\[class,load *] (\\S+) source: (.+?)\\s*");

    /** Reads the log; the sources with most classes come first. */
    static LoadedClasses parse(List<String> log) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : log) {
            Matcher match = LINE.matcher(line);
            if (match.matches()) {
                counts.merge(source(match.group(2)), 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new LoadedClasses(sorted);
    }

    int total() {
        return bySource.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String source(String source) {
        if (source.startsWith("jrt:/") || source.startsWith("shared objects file")) {
            return "the JDK";
        }
        if (source.endsWith(".jar")) {
            // Copies by content are named by their hash and the library's own name.
            return source.substring(source.lastIndexOf('/') + 1).replaceFirst("^[0-9a-f]{16,}-", "");
        }
        return source.startsWith("file:") ? "the lab's own classes" : "made while running (lambdas, proxies)";
    }
}
