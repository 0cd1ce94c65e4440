package dev.edaworkshop.localcloud.wire;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query parameters as a tree: {@code a.b.1=x} is node {@code a}, below it {@code b}, below that {@code 1} with text x. */
final class QueryNode {
    private static final int MAX_DEPTH = 32;

    private final Map<String, QueryNode> children = new LinkedHashMap<>();
    private @Nullable String text;

    static QueryNode parse(Map<String, String> parameters) {
        QueryNode root = new QueryNode();
        parameters.forEach((path, value) -> {
            QueryNode node = root;
            for (String name : path.split("\\.", MAX_DEPTH)) {
                node = node.children.computeIfAbsent(name, ignored -> new QueryNode());
            }
            node.text = value;
        });
        return root;
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    static QueryNode leaf(String text) {
        QueryNode leaf = new QueryNode();
        leaf.text = text;
        return leaf;
    }

    /** Adds an element that may be one of several of its name: it can be read as a list's element and, the first, by its name. */
    void addElement(String name, QueryNode element) {
        QueryNode all = children.computeIfAbsent(name, ignored -> new QueryNode());
        if (all.children.isEmpty()) {
            all.text = element.text;
            all.children.putAll(element.children);
        }
        long before =
                all.children.keySet().stream().filter(QueryNode::isPosition).count();
        all.children.put(String.valueOf(before + 1), element);
    }

    private static boolean isPosition(String name) {
        return Character.isDigit(name.charAt(0));
    }

    Optional<QueryNode> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    Optional<QueryNode> anyChild(String... names) {
        return List.of(names).stream().flatMap(name -> child(name).stream()).findFirst();
    }

    /** The elements of a list or map in their order, flattened or below a node of the given name. */
    List<QueryNode> elements(String wrapper) {
        QueryNode parent = children.getOrDefault(wrapper, this);
        return parent.children.entrySet().stream()
                .filter(entry -> entry.getKey().matches("\\d{1,9}"))
                .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }
}
