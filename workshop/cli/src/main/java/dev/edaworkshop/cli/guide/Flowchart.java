package dev.edaworkshop.cli.guide;

import java.util.List;
import java.util.Optional;

/**
 * A flowchart as our pages write it, in the language of Mermaid.
 *
 * @param leftToRight otherwise from top to bottom
 * @param nodes in the order in which they are first mentioned
 * @param groups the subgraphs
 */
record Flowchart(boolean leftToRight, List<Node> nodes, List<Edge> edges, List<Group> groups) {

    Flowchart {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        groups = List.copyOf(groups);
    }

    /** How a node is drawn. */
    enum Shape {
        BOX,
        ROUND,
        STADIUM,
        HEXAGON,
        SUBROUTINE,
        CYLINDER,
        CIRCLE,
        DIAMOND
    }

    /** @param lines its label */
    record Node(String id, List<String> lines, Shape shape) {
        Node {
            lines = List.copyOf(lines);
        }

        String label() {
            return String.join(" ", lines);
        }
    }

    /**
     * An arrow.
     *
     * @param label empty if there is none
     * @param dotted otherwise solid
     * @param arrow whether it has a head
     */
    record Edge(String from, String to, String label, boolean dotted, boolean arrow) {}

    /** @param members ids of nodes */
    record Group(String title, List<String> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    /** Reads a diagram; empty if it is of another kind, or has something that we do not draw. */
    static Optional<Flowchart> parse(String mermaid) {
        try {
            return Optional.of(new FlowchartParser().parse(mermaid));
        } catch (UnknownSyntaxException e) {
            return Optional.empty();
        }
    }

    Flowchart fromTopToBottom() {
        return new Flowchart(false, nodes, edges, groups);
    }

    Node node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    /** Each arrow as a sentence. */
    List<String> inWords() {
        return edges.stream()
                .map(edge -> node(edge.from()).label()
                        + (edge.arrow() ? " → " : " – ")
                        + node(edge.to()).label()
                        + (edge.label().isEmpty() ? "" : " (" + edge.label() + ")"))
                .toList();
    }

    /** Something that {@link FlowchartParser} does not read. */
    static final class UnknownSyntaxException extends Exception {
        private static final long serialVersionUID = 1;

        UnknownSyntaxException(String what) {
            super(what);
        }
    }
}
