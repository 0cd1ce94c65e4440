package dev.edaworkshop.cli.guide;

import dev.edaworkshop.cli.guide.Flowchart.Edge;
import dev.edaworkshop.cli.guide.Flowchart.Group;
import dev.edaworkshop.cli.guide.Flowchart.Node;
import dev.edaworkshop.cli.guide.Flowchart.Shape;
import dev.edaworkshop.cli.guide.Flowchart.UnknownSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of Mermaid's flowcharts that our pages use: nodes, arrows with and without text, subgraphs. */
final class FlowchartParser {
    private static final Pattern HEADER = Pattern.compile("(?:flowchart|graph)(?:\\s+(LR|RL|TD|TB|BT))?;?");
    private static final Pattern SUBGRAPH = Pattern.compile("subgraph\\s+(?:[\\w-]+\\s*\\[(.+)]|(.+))");
    private static final Pattern IGNORED =
            Pattern.compile("(?:%%.*|classDef\\s.*|class\\s.*|style\\s.*|linkStyle\\s.*|direction\\s.*)?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*");
    private static final Pattern CLASS = Pattern.compile(":::[\\w-]+");
    private static final Pattern ARROW =
            Pattern.compile("(?<plain><-->|-->|---|-\\.->|-\\.-|==>|===|--x|--o)(?:\\s*\\|(?<piped>[^|]*)\\|)?"
                    + "|(?<begin>--|-\\.|==)\\s*(?<text>\"[^\"]*\"|[^-=.\"|>\\s](?:[^-=\"|>]|-(?!-)|=(?!=))*?)\\s*"
                    + "(?<end>-->|---|\\.->|\\.-|==>|===)");

    /** By how they begin and end; longer ones first. */
    private static final List<Delimiters> SHAPES = List.of(
            new Delimiters("([", "])", Shape.STADIUM),
            new Delimiters("[[", "]]", Shape.SUBROUTINE),
            new Delimiters("[(", ")]", Shape.CYLINDER),
            new Delimiters("((", "))", Shape.CIRCLE),
            new Delimiters("{{", "}}", Shape.HEXAGON),
            new Delimiters("{", "}", Shape.DIAMOND),
            new Delimiters("[", "]", Shape.BOX),
            new Delimiters("(", ")", Shape.ROUND));

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<List<String>> members = new ArrayList<>();
    private String statement = "";
    private int at;

    private record Delimiters(String open, String close, Shape shape) {}

    private record Arrow(String label, boolean dotted, boolean head) {}

    Flowchart parse(String mermaid) throws UnknownSyntaxException {
        List<String> lines = mermaid.lines().map(String::strip).toList();
        Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!header.matches()) {
            throw new UnknownSyntaxException("not a flowchart");
        }
        for (String line : lines.subList(1, lines.size())) {
            line(line);
        }
        if (!titles.isEmpty() || nodes.isEmpty()) {
            throw new UnknownSyntaxException("a subgraph without end, or nothing at all");
        }
        String direction = String.valueOf(header.group(1));
        return new Flowchart(
                direction.equals("LR") || direction.equals("RL"), List.copyOf(nodes.values()), edges, groups);
    }

    private void line(String line) throws UnknownSyntaxException {
        Matcher subgraph = SUBGRAPH.matcher(line);
        if (subgraph.matches()) {
            titles.add(plain(subgraph.group(1) == null ? subgraph.group(2) : subgraph.group(1)));
            members.add(new ArrayList<>());
        } else if (line.equals("end") && !titles.isEmpty()) {
            groups.add(new Group(titles.removeLast(), members.removeLast()));
        } else if (!IGNORED.matcher(line).matches()) {
            statement = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
            at = 0;
            chain();
        }
    }

    /** {@code a & b -- text --> c --> d}. */
    private void chain() throws UnknownSyntaxException {
        List<String> from = several();
        skipSpace();
        while (at < statement.length()) {
            Arrow arrow = arrow();
            List<String> to = several();
            for (String one : from) {
                for (String other : to) {
                    edges.add(new Edge(one, other, arrow.label(), arrow.dotted(), arrow.head()));
                }
            }
            from = to;
            skipSpace();
        }
    }

    private List<String> several() throws UnknownSyntaxException {
        List<String> ids = new ArrayList<>(List.of(node()));
        skipSpace();
        while (at < statement.length() && statement.charAt(at) == '&') {
            at++;
            ids.add(node());
            skipSpace();
        }
        return ids;
    }

    private String node() throws UnknownSyntaxException {
        skipSpace();
        String id = take(ID);
        Node node = new Node(id, List.of(id), Shape.BOX);
        boolean described = false;
        for (Delimiters shape : SHAPES) {
            if (!described && statement.startsWith(shape.open(), at)) {
                node = new Node(id, label(shape), shape.shape());
                described = true;
            }
        }
        Matcher styled = CLASS.matcher(statement).region(at, statement.length());
        if (styled.lookingAt()) {
            at = styled.end();
        }
        if (described || !nodes.containsKey(id)) {
            nodes.put(id, node);
        }
        if (!members.isEmpty() && !members.getLast().contains(id)) {
            members.getLast().add(id);
        }
        return id;
    }

    private List<String> label(Delimiters shape) throws UnknownSyntaxException {
        int start = at + shape.open().length();
        int quote = statement.startsWith("\"", start) ? statement.indexOf('"', start + 1) : start;
        int end = quote < 0 ? -1 : statement.indexOf(shape.close(), quote);
        if (end < 0) {
            throw new UnknownSyntaxException("a node without end: " + statement);
        }
        at = end + shape.close().length();
        return List.of(plain(statement.substring(start, end)).split("\\s*<br\\s*/?>\\s*|\\\\n"));
    }

    private Arrow arrow() throws UnknownSyntaxException {
        Matcher matcher = ARROW.matcher(statement).region(at, statement.length());
        if (!matcher.lookingAt()) {
            throw new UnknownSyntaxException("no arrow at %d: %s".formatted(at, statement));
        }
        at = matcher.end();
        String drawn = matcher.group("plain") == null ? matcher.group("end") : matcher.group("plain");
        String text = matcher.group("plain") == null ? matcher.group("text") : matcher.group("piped");
        return new Arrow(
                text == null ? "" : plain(text).replaceAll("\\s*<br\\s*/?>\\s*", " "),
                drawn.contains("."),
                drawn.endsWith(">"));
    }

    private String take(Pattern pattern) throws UnknownSyntaxException {
        Matcher matcher = pattern.matcher(statement).region(at, statement.length());
        if (!matcher.lookingAt()) {
            throw new UnknownSyntaxException("no node at %d: %s".formatted(at, statement));
        }
        at = matcher.end();
        return matcher.group();
    }

    private void skipSpace() {
        while (at < statement.length() && Character.isWhitespace(statement.charAt(at))) {
            at++;
        }
    }

    private static String plain(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
