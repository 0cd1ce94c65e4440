package dev.edaworkshop.cli.takehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of a lab that need nothing of the workshop. */
final class OwnTests {
    private static final Pattern OF_THE_WORKSHOP =
            Pattern.compile("dev\\.edaworkshop\\.(testkit|localcloud|cli|dynamodblocal)\\b");

    private OwnTests() {}

    /** Path below the folder, with slashes, to content; without tests that use one that is left out. */
    static Map<String, String> of(Path tests) throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                kept.put(tests.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        boolean changed = true;
        Map<String, String> left = new LinkedHashMap<>();
        while (changed) {
            Map<String, String> leaving = new LinkedHashMap<>();
            kept.forEach((path, content) -> {
                if (OF_THE_WORKSHOP.matcher(content).find() || usesAny(content, left)) {
                    leaving.put(path, content);
                }
            });
            leaving.keySet().forEach(kept::remove);
            left.putAll(leaving);
            changed = !leaving.isEmpty();
        }
        return kept;
    }

    private static boolean usesAny(String content, Map<String, String> left) {
        return left.keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", ""))
                .anyMatch(type -> Pattern.compile("\\b" + Pattern.quote(type) + "\\b")
                        .matcher(content)
                        .find());
    }
}
