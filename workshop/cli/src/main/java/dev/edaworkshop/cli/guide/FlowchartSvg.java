package dev.edaworkshop.cli.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.guide.Flowchart.Edge;
import dev.edaworkshop.cli.guide.Flowchart.Node;
import dev.edaworkshop.cli.guide.FlowchartLayout.Box;
import dev.edaworkshop.cli.guide.FlowchartLayout.Point;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a flowchart as SVG. Colours are left to the page's style sheet, by class. */
final class FlowchartSvg {
    private static final double SLANT = 12;
    /** Pixels, of a column of text. */
    private static final double ROOM = 640;
    /** Up to here nothing is lost if a drawing is made as narrow as the page. */
    private static final double SMALL = 480;

    private final Flowchart chart;
    private final FlowchartLayout layout;

    private FlowchartSvg(Flowchart chart) {
        this.chart = chart;
        layout = new FlowchartLayout(chart);
    }

    /** Draws from top to bottom what would otherwise be wider than a page of text. */
    static ArrayNode draw(Flowchart chart) {
        FlowchartSvg asWritten = new FlowchartSvg(chart);
        FlowchartSvg turned = new FlowchartSvg(chart.fromTopToBottom());
        boolean turn = asWritten.layout.width() > ROOM && turned.layout.width() < asWritten.layout.width();
        return (turn ? turned : asWritten).svg();
    }

    private ArrayNode svg() {
        ArrayNode svg = Element.of(
                "svg",
                Map.of(
                        "viewBox", "0 0 %s %s".formatted(number(layout.width()), number(layout.height())),
                        "width", number(layout.width()),
                        "height", number(layout.height()),
                        "class", layout.width() > SMALL ? "flowchart wide" : "flowchart",
                        "aria-hidden", "true"));
        chart.groups().forEach(group -> {
            Box frame = layout.frame(group);
            svg.add(rectangle(frame, "group", 6));
            svg.add(text(
                    List.of(group.title()),
                    frame.x(),
                    frame.y() - frame.height() / 2 + FlowchartLayout.LINE / 2 + 3,
                    "title"));
        });
        chart.edges().forEach(edge -> draw(edge, svg));
        chart.edges().stream().filter(edge -> !edge.label().isEmpty()).forEach(edge -> label(edge, svg));
        chart.nodes().forEach(node -> draw(node, svg));
        return svg;
    }

    private void draw(Edge edge, ArrayNode svg) {
        List<Point> way = layout.way(edge);
        StringBuilder path = new StringBuilder("M" + pair(way.getFirst()));
        Point before = way.getFirst();
        boolean loop = isLoop(edge);
        for (Point next : way.subList(1, way.size())) {
            if (loop) {
                path.append(" L").append(pair(next));
            } else if (chart.leftToRight()) {
                double middle = (before.x() + next.x()) / 2;
                path.append(" C%s %s %s"
                        .formatted(pair(new Point(middle, before.y())), pair(new Point(middle, next.y())), pair(next)));
            } else {
                double middle = (before.y() + next.y()) / 2;
                path.append(" C%s %s %s"
                        .formatted(pair(new Point(before.x(), middle)), pair(new Point(next.x(), middle)), pair(next)));
            }
            before = next;
        }
        svg.add(Element.of("path", Map.of("d", path.toString(), "class", edge.dotted() ? "edge dotted" : "edge")));
        if (edge.arrow()) {
            svg.add(head(way, isLoop(edge)));
        }
    }

    private boolean isLoop(Edge edge) {
        List<Point> way = layout.way(edge);
        return chart.leftToRight()
                ? way.getFirst().x() >= way.getLast().x()
                : way.getFirst().y() >= way.getLast().y();
    }

    /** At the end of the way, pointing along the direction of the chart, or back to the node of a loop. */
    private ArrayNode head(List<Point> way, boolean loop) {
        Point tip = way.getLast();
        boolean rightwards = chart.leftToRight() != loop;
        double sign = loop ? -1 : 1;
        String points = rightwards
                ? "%s %s %s"
                        .formatted(
                                pair(tip),
                                pair(new Point(tip.x() - 8 * sign, tip.y() - 4)),
                                pair(new Point(tip.x() - 8 * sign, tip.y() + 4)))
                : "%s %s %s"
                        .formatted(
                                pair(tip),
                                pair(new Point(tip.x() - 4, tip.y() - 8 * sign)),
                                pair(new Point(tip.x() + 4, tip.y() - 8 * sign)));
        return Element.of("polygon", Map.of("points", points, "class", "head"));
    }

    private void label(Edge edge, ArrayNode svg) {
        List<Point> way = layout.way(edge);
        Point from = way.getFirst();
        Point to = way.get(1);
        Point middle = isLoop(edge) ? to : new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        double width = FlowchartLayout.labelWidth(edge.label());
        svg.add(rectangle(new Box(middle.x(), middle.y(), width, FlowchartLayout.LINE), "label", 3));
        svg.add(text(List.of(edge.label()), middle.x(), middle.y(), "label"));
    }

    private void draw(Node node, ArrayNode svg) {
        Box box = layout.box(node);
        double left = box.x() - box.width() / 2;
        double right = box.x() + box.width() / 2;
        double top = box.y() - box.height() / 2;
        double bottom = box.y() + box.height() / 2;
        switch (node.shape()) {
            case BOX -> svg.add(rectangle(box, "node box", 4));
            case ROUND -> svg.add(rectangle(box, "node round", 10));
            case STADIUM -> svg.add(rectangle(box, "node stadium", box.height() / 2));
            case CIRCLE ->
                svg.add(Element.of(
                        "ellipse",
                        Map.of(
                                "cx", number(box.x()),
                                "cy", number(box.y()),
                                "rx", number(box.width() / 2),
                                "ry", number(box.height() / 2),
                                "class", "node circle")));
            case SUBROUTINE -> {
                svg.add(rectangle(box, "node subroutine", 2));
                svg.add(line(left + 6, top, bottom));
                svg.add(line(right - 6, top, bottom));
            }
            case HEXAGON ->
                svg.add(polygon(
                        "hexagon",
                        new Point(left, box.y()),
                        new Point(left + SLANT, top),
                        new Point(right - SLANT, top),
                        new Point(right, box.y()),
                        new Point(right - SLANT, bottom),
                        new Point(left + SLANT, bottom)));
            case DIAMOND ->
                svg.add(polygon(
                        "diamond",
                        new Point(left, box.y()),
                        new Point(box.x(), top),
                        new Point(right, box.y()),
                        new Point(box.x(), bottom)));
            case CYLINDER -> svg.add(cylinder(left, right, top, bottom));
        }
        svg.add(text(node.lines(), box.x(), box.y(), "name"));
    }

    private static ArrayNode cylinder(double left, double right, double top, double bottom) {
        String radius = number((right - left) / 2) + " 5";
        return Element.of(
                "path",
                Map.of(
                        "class",
                        "node cylinder",
                        "d",
                        "M%s A%s 0 0 1 %s L%s A%s 0 0 1 %s Z M%s A%s 0 0 0 %s"
                                .formatted(
                                        pair(new Point(left, top + 5)),
                                        radius,
                                        pair(new Point(right, top + 5)),
                                        pair(new Point(right, bottom - 5)),
                                        radius,
                                        pair(new Point(left, bottom - 5)),
                                        pair(new Point(left, top + 5)),
                                        radius,
                                        pair(new Point(right, top + 5)))));
    }

    private static ArrayNode rectangle(Box box, String style, double radius) {
        return Element.of(
                "rect",
                Map.of(
                        "x", number(box.x() - box.width() / 2),
                        "y", number(box.y() - box.height() / 2),
                        "width", number(box.width()),
                        "height", number(box.height()),
                        "rx", number(radius),
                        "class", style));
    }

    private static ArrayNode polygon(String style, Point... corners) {
        StringBuilder points = new StringBuilder();
        for (Point corner : corners) {
            points.append(pair(corner)).append(' ');
        }
        return Element.of("polygon", Map.of("points", points.toString().strip(), "class", "node " + style));
    }

    private static ArrayNode line(double x, double top, double bottom) {
        return Element.of(
                "path", Map.of("d", "M%s V%s".formatted(pair(new Point(x, top)), number(bottom)), "class", "stroke"));
    }

    private static ArrayNode text(List<String> lines, double x, double y, String style) {
        ArrayNode text = Element.of("text", Map.of("class", style, "text-anchor", "middle"));
        double first = y - (lines.size() - 1) * FlowchartLayout.LINE / 2 + 4.5;
        for (int i = 0; i < lines.size(); i++) {
            text.add(Element.of("tspan", Map.of("x", number(x), "y", number(first + i * FlowchartLayout.LINE)))
                    .add(lines.get(i)));
        }
        return text;
    }

    private static String pair(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
