package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the guide, as far as a test can understand it. */
final class GuidePage {

    private static final Pattern FENCE = Pattern.compile("(?m)^ *```(\\S*) *(\\S*)\\R((?s:.*?))^ *```\\s*?$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./lab ([a-z]+)((?: [\\w.\"-]+)*)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    final Path file;
    private final String text;

    GuidePage(Path file) throws IOException {
        this.file = file;
        this.text = Files.readString(file);
    }

    static List<GuidePage> all(Path repository) throws IOException {
        List<GuidePage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(repository.resolve("guide"))) {
            for (Path page : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(new GuidePage(page));
            }
        }
        return pages;
    }

    /**
     * A piece of Java on the page.
     *
     * @param source the file it is taken from, from the top of the repository
     */
    record Snippet(String source, String code) {

        /** Whether the source has these lines, one after the other, however far they are indented. */
        boolean isIn(String sourceText) {
            return squeeze(sourceText).contains(squeeze(code));
        }

        private static String squeeze(String text) {
            return String.join(
                    "\n",
                    text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
    }

    List<Snippet> javaSnippets() {
        return FENCE.matcher(text)
                .results()
                .filter(fence -> fence.group(1).equals("java"))
                .map(fence -> new Snippet(fence.group(2), fence.group(3)))
                .toList();
    }

    /**
     * A command of {@code ./lab}.
     *
     * @param rest what follows the command's name
     */
    record LabCommand(String name, List<String> rest) {}

    List<LabCommand> labCommands() {
        return COMMAND.matcher(text)
                .results()
                .map(match -> new LabCommand(
                        match.group(1),
                        Stream.of(match.group(2).strip().split(" ")).toList()))
                .toList();
    }

    /** What the page links to inside the repository, as written. */
    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    /** The anchors GitHub gives the headings. */
    List<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    Optional<String> brokenLink(String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return Optional.of("%s links to %s, which does not exist".formatted(file.getFileName(), link));
        }
        if (parts.length == 2 && !new GuidePage(target).anchors().contains(parts[1])) {
            return Optional.of("%s links to %s, which has no such heading".formatted(file.getFileName(), link));
        }
        return Optional.empty();
    }
}
