package dev.edaworkshop.cli.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Markdown as elements. HTML in it stays text. */
final class Elements {
    private final Path root;
    private final String page;
    private final UnaryOperator<String> anchors;

    /**
     * @param page from the project's folder; its links start there
     * @param anchors gives a heading its anchor
     */
    Elements(Path root, String page, UnaryOperator<String> anchors) {
        this.root = root;
        this.page = page;
        this.anchors = anchors;
    }

    /** The text of a node, without its form. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text literal -> text.append(literal.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak space -> text.append(' ');
                default -> text.append(text(child));
            }
        }
        return text.toString();
    }

    void add(Node node, ArrayNode into) {
        switch (node) {
            case Text text -> into.add(text.getLiteral());
            case SoftLineBreak space -> into.add(" ");
            case HardLineBreak end -> into.add(Element.of("br"));
            case Code code -> into.add(Element.of("code").add(code.getLiteral()));
            case Emphasis emphasis -> wrap("em", node, into);
            case StrongEmphasis strong -> wrap("strong", node, into);
            case Paragraph paragraph when isTight(paragraph) -> children(node, into);
            case Paragraph paragraph -> wrap("p", node, into);
            case Heading heading ->
                into.add(children(
                        heading,
                        Element.of("h" + Math.min(6, heading.getLevel()), Map.of("id", anchors.apply(text(heading))))));
            case BulletList list -> wrap("ul", node, into);
            case OrderedList list ->
                into.add(children(
                        list,
                        Element.of(
                                "ol",
                                Map.of(
                                        "start",
                                        String.valueOf(Optional.ofNullable(list.getMarkerStartNumber())
                                                .orElse(1))))));
            case ListItem item -> wrap("li", node, into);
            case BlockQuote quote -> wrap("blockquote", node, into);
            case ThematicBreak line -> into.add(Element.of("hr"));
            case FencedCodeBlock block ->
                into.add(code(Optional.ofNullable(block.getInfo()).orElse(""), block.getLiteral()));
            case IndentedCodeBlock block -> into.add(code("", block.getLiteral()));
            case Link link -> into.add(children(link, link(link.getDestination())));
            case Image image -> into.add(Element.of("em").add(text(image)));
            case HtmlInline html -> into.add(html.getLiteral());
            case HtmlBlock html -> into.add(Element.of("p").add(html.getLiteral()));
            case LinkReferenceDefinition definition -> {}
            case TableBlock table ->
                into.add(Element.of(
                                "div",
                                Map.of("class", "table", "tabindex", "0", "role", "region", "aria-label", "Table"))
                        .add(children(table, Element.of("table"))));
            case TableHead head -> wrap("thead", node, into);
            case TableBody body -> wrap("tbody", node, into);
            case TableRow row -> wrap("tr", node, into);
            case TableCell cell ->
                into.add(children(cell, cell.isHeader() ? Element.of("th", Map.of("scope", "col")) : Element.of("td")));
            default -> children(node, into);
        }
    }

    private void wrap(String name, Node node, ArrayNode into) {
        into.add(children(node, Element.of(name)));
    }

    private ArrayNode children(Node node, ArrayNode into) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            add(child, into);
        }
        return into;
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    /** @param info {@code java}, perhaps with the path of the file that the code is from */
    private static ArrayNode code(String info, String text) {
        if (info.equals("mermaid")) {
            return diagram(text);
        }
        String[] words = info.split(" ", 2);
        ArrayNode pre = Element.of("pre", Map.of("tabindex", "0"))
                .add(Element.of("code").add(text.stripTrailing()));
        ArrayNode figure = Element.of(
                "figure",
                Map.of("class", words[0].isEmpty() ? "code commands" : "code " + words[0].replaceAll("[^a-z0-9]", "")));
        if (words.length > 1) {
            figure.add(Element.of("figcaption").add(words[1]));
        }
        return figure.add(pre);
    }

    private static ArrayNode diagram(String mermaid) {
        Optional<Flowchart> chart = Flowchart.parse(mermaid);
        ArrayNode figure = Element.of("figure", Map.of("class", "diagram"));
        if (chart.isEmpty()) {
            return figure(figure, mermaid);
        }
        List<String> words = chart.get().inWords();
        figure.add(Element.of(
                        "div",
                        Map.of(
                                "class",
                                "drawing",
                                "tabindex",
                                "0",
                                "role",
                                "img",
                                "aria-label",
                                String.join("; ", words)))
                .add(FlowchartSvg.draw(chart.get())));
        ArrayNode list = Element.of("ul");
        words.forEach(word -> list.add(Element.of("li").add(word)));
        return figure.add(Element.of("details")
                .add(Element.of("summary").add("The picture in words"))
                .add(list));
    }

    /** What is no flowchart: a sequence as its steps, anything else as it is written. */
    private static ArrayNode figure(ArrayNode figure, String mermaid) {
        Optional<List<String>> steps = SequenceSteps.parse(mermaid);
        if (steps.isEmpty()) {
            return figure.add(Element.of("figcaption").add("A diagram, as text:"))
                    .add(Element.of("pre", Map.of("tabindex", "0")).add(mermaid.stripTrailing()));
        }
        ArrayNode list = Element.of("ol", Map.of("class", "steps"));
        steps.get().forEach(step -> list.add(Element.of("li").add(step)));
        return figure.add(Element.of("figcaption").add("Step by step:")).add(list);
    }

    /** To another page of ours, to a place on this one, to the web; what leads elsewhere is only named. */
    private ArrayNode link(String destination) {
        if (destination.startsWith("https://")) {
            return Element.of("a", Map.of("href", destination, "target", "_blank", "rel", "noreferrer noopener"));
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        Map<String, String> attributes = new HashMap<>(Map.of("href", "#"));
        if (hash >= 0) {
            attributes.put("data-anchor", destination.substring(hash + 1));
        }
        String target = path.isEmpty() ? page : resolve(path);
        if (GuidePage.isPage(root, target)) {
            attributes.put("data-page", target);
            return Element.of("a", attributes);
        }
        return Element.of("span", Map.of("class", "path", "title", target));
    }

    private String resolve(String path) {
        Path folder = Optional.ofNullable(Path.of(page).getParent()).orElse(Path.of(""));
        return folder.resolve(path).normalize().toString().replace('\\', '/');
    }
}
