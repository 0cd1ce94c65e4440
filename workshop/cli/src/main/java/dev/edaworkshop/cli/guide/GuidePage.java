package dev.edaworkshop.cli.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A page of the guide as sections of elements.
 *
 * {@snippet lang=json :
 * {"page": "guide/lab1-pubsub.md", "title": "Lab 1: …", "sections": [
 *   {"anchor": "12-name-the-fact", "title": "1.2 Name the fact", "exercise": "1.2", "content": [["p", {}, "…"]]}
 * ]}
 * }
 */
public final class GuidePage {
    /** What the page may show of the project's folder. */
    private static final Pattern NAME = Pattern.compile("(?:guide|docs)/[a-z0-9-]+\\.md|guide/README\\.md|[A-Z]+\\.md");

    private static final Pattern EXERCISE = Pattern.compile("(\\d+\\.\\d+) .*");
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Path root;
    private final String name;
    private final Map<String, Integer> anchors = new HashMap<>();

    private GuidePage(Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /**
     * Reads a page.
     *
     * @param name from the project's folder, {@code guide/lab1-pubsub.md}
     * @return empty if there is no such page
     */
    public static Optional<ObjectNode> read(Path root, String name) throws IOException {
        return isPage(root, name) ? Optional.of(new GuidePage(root, name).read()) : Optional.empty();
    }

    static boolean isPage(Path root, String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(root.resolve(name));
    }

    private ObjectNode read() throws IOException {
        Document document = (Document) PARSER.parse(Files.readString(root.resolve(name)));
        Elements elements = new Elements(root, name, this::anchor);
        ObjectNode page = Json.object().put("page", name).put("title", name);
        ArrayNode sections = page.putArray("sections");
        ArrayNode content = section(sections, "", "");
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() <= 2) {
                String title = Elements.text(heading);
                if (heading.getLevel() == 1) {
                    page.put("title", title);
                }
                content = section(sections, title, anchor(title));
            } else {
                elements.add(node, content);
            }
        }
        for (int i = sections.size() - 1; i >= 0; i--) {
            if (sections.get(i).path("title").asText().isEmpty()
                    && sections.get(i).path("content").isEmpty()) {
                sections.remove(i);
            }
        }
        return page;
    }

    private static ArrayNode section(ArrayNode sections, String title, String anchor) {
        Matcher exercise = EXERCISE.matcher(title);
        return sections.addObject()
                .put("anchor", anchor)
                .put("title", title)
                .put("exercise", exercise.matches() ? exercise.group(1) : "")
                .putArray("content");
    }

    /** As GitHub makes it, so that links work in both. */
    private String anchor(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = anchors.merge(plain, 1, Integer::sum) - 1;
        return before == 0 ? plain : plain + "-" + before;
    }
}
