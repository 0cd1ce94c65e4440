package dev.edaworkshop.cli.guide;

import dev.edaworkshop.cli.guide.Flowchart.Edge;
import dev.edaworkshop.cli.guide.Flowchart.Group;
import dev.edaworkshop.cli.guide.Flowchart.Node;
import dev.edaworkshop.cli.guide.Flowchart.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the parts of a flowchart go: nodes in ranks along the direction of the arrows, each subgraph in a lane of its own.
 *
 * <p>An arrow that leaps over ranks bends around their nodes: it gets a place of its own in each of them.
 */
final class FlowchartLayout {
    private static final double CHARACTER = 7.4;
    private static final double LABEL_CHARACTER = 6.6;
    static final double LINE = 18;
    private static final double BETWEEN_NODES = 22;
    private static final double BETWEEN_RANKS = 48;
    private static final double BETWEEN_LANES = 30;
    private static final double LANE_PADDING = 16;
    private static final double LANE_TITLE = 24;
    private static final double MARGIN = 10;
    private static final double BEND = 10;

    /** A rectangle by its centre. */
    record Box(double x, double y, double width, double height) {}

    record Point(double x, double y) {}

    private static final class Place {
        final int rank;
        final int lane;
        final double along;
        final double across;
        final List<Place> before = new ArrayList<>();
        double centre;

        Place(int rank, int lane, double along, double across) {
            this.rank = rank;
            this.lane = lane;
            this.along = along;
            this.across = across;
        }
    }

    private final Flowchart chart;
    private final Map<String, Integer> ranks;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Edge, List<Place>> bends = new HashMap<>();
    private final List<Place> all = new ArrayList<>();
    private final List<Double> rankCentres = new ArrayList<>();
    private final List<double[]> lanes = new ArrayList<>();
    private double length;
    private double breadth;

    FlowchartLayout(Flowchart chart) {
        this.chart = chart;
        ranks = ranks();
        chart.nodes().forEach(node -> {
            double width = width(node);
            double height = height(node);
            add(node.id(), chart.leftToRight() ? width : height, chart.leftToRight() ? height : width);
        });
        chart.edges().forEach(this::bend);
        placeAcross();
        placeAlong();
    }

    double width() {
        return chart.leftToRight() ? length : breadth;
    }

    double height() {
        return chart.leftToRight() ? breadth : length;
    }

    Box box(Node node) {
        Place place = place(node.id());
        Point centre = point(rankCentres.get(place.rank), place.centre);
        return new Box(centre.x(), centre.y(), width(node), height(node));
    }

    /** Around the nodes of a group. */
    Box frame(Group group) {
        double[] lane = lanes.get(chart.groups().indexOf(group) + 1);
        List<Place> inside = group.members().stream().map(this::place).toList();
        double from = inside.stream()
                        .mapToDouble(one -> rankCentres.get(one.rank) - one.along / 2)
                        .min()
                        .orElse(0)
                - LANE_PADDING / 2;
        double to = inside.stream()
                        .mapToDouble(one -> rankCentres.get(one.rank) + one.along / 2)
                        .max()
                        .orElse(0)
                + LANE_PADDING / 2;
        Point centre = point((from + to) / 2, (lane[0] + lane[1]) / 2);
        double along = to - from;
        double across = lane[1] - lane[0];
        return new Box(
                centre.x(), centre.y(), chart.leftToRight() ? along : across, chart.leftToRight() ? across : along);
    }

    /** From border to border; the points between are bends. */
    List<Point> way(Edge edge) {
        Place from = place(edge.from());
        Place to = place(edge.to());
        boolean forwards = from.rank < to.rank;
        List<Point> way = new ArrayList<>();
        if (forwards) {
            way.add(point(rankCentres.get(from.rank) + from.along / 2, from.centre));
            bends.getOrDefault(edge, List.of())
                    .forEach(bend -> way.add(point(rankCentres.get(bend.rank), bend.centre)));
            way.add(point(rankCentres.get(to.rank) - to.along / 2, to.centre));
        } else {
            double beside = Math.max(from.centre + from.across / 2, to.centre + to.across / 2) + BETWEEN_NODES / 2;
            way.add(point(rankCentres.get(from.rank), from.centre + from.across / 2));
            way.add(point((rankCentres.get(from.rank) + rankCentres.get(to.rank)) / 2, beside));
            way.add(point(rankCentres.get(to.rank), to.centre + to.across / 2));
        }
        return way;
    }

    static double labelWidth(String label) {
        return label.length() * LABEL_CHARACTER + 8;
    }

    private Point point(double along, double across) {
        return chart.leftToRight() ? new Point(along, across) : new Point(across, along);
    }

    private Place place(String id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("No node " + id);
        }
        return place;
    }

    private static double width(Node node) {
        int longest = node.lines().stream().mapToInt(String::length).max().orElse(0);
        double slanted = node.shape() == Shape.DIAMOND || node.shape() == Shape.HEXAGON ? 22 : 0;
        return Math.max(46, longest * CHARACTER + 26 + slanted);
    }

    private static double height(Node node) {
        double slanted = node.shape() == Shape.DIAMOND ? 22 : 0;
        return node.lines().size() * LINE + 18 + slanted;
    }

    private int lane(String id) {
        for (int i = 0; i < chart.groups().size(); i++) {
            if (chart.groups().get(i).members().contains(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void add(String id, double along, double across) {
        Place place = new Place(ranks.getOrDefault(id, 0), lane(id), along, across);
        places.put(id, place);
        all.add(place);
    }

    private void bend(Edge edge) {
        Place from = place(edge.from());
        Place to = place(edge.to());
        Place last = from;
        List<Place> bending = new ArrayList<>();
        for (int rank = from.rank + 1; rank < to.rank; rank++) {
            Place bend = new Place(rank, from.lane == to.lane ? from.lane : 0, 0, BEND);
            bend.before.add(last);
            bending.add(bend);
            all.add(bend);
            last = bend;
        }
        bends.put(edge, bending);
        if (from.rank < to.rank) {
            to.before.add(last);
        }
    }

    /** The longest way from a beginning; arrows that close a circle do not count. */
    private Map<String, Integer> ranks() {
        Set<Edge> back = new HashSet<>();
        Set<String> seen = new HashSet<>();
        chart.nodes().forEach(node -> findBack(node.id(), new ArrayList<>(), seen, back));
        Map<String, Integer> found = new HashMap<>();
        for (int round = 0; round < chart.nodes().size(); round++) {
            for (Edge edge : chart.edges()) {
                if (!back.contains(edge)) {
                    found.merge(edge.to(), found.getOrDefault(edge.from(), 0) + 1, Math::max);
                }
            }
        }
        return found;
    }

    private void findBack(String id, List<String> way, Set<String> seen, Set<Edge> back) {
        if (!seen.add(id)) {
            return;
        }
        way.add(id);
        for (Edge edge : chart.edges()) {
            if (edge.from().equals(id)) {
                if (way.contains(edge.to())) {
                    back.add(edge);
                } else {
                    findBack(edge.to(), way, seen, back);
                }
            }
        }
        way.removeLast();
    }

    private void placeAcross() {
        int last = all.stream().mapToInt(place -> place.rank).max().orElse(0);
        double from = MARGIN;
        for (int lane = 0; lane <= chart.groups().size(); lane++) {
            double top = from + (lane == 0 ? 0 : chart.leftToRight() ? LANE_TITLE : LANE_PADDING);
            double broadest = 0;
            for (int rank = 0; rank <= last; rank++) {
                List<Place> here = inOrder(lane, rank);
                broadest = Math.max(
                        broadest,
                        here.stream().mapToDouble(place -> place.across).sum()
                                + BETWEEN_NODES * Math.max(0, here.size() - 1));
            }
            for (int rank = 0; rank <= last; rank++) {
                spread(inOrder(lane, rank), top, broadest);
            }
            double to = top + broadest + (lane == 0 ? 0 : LANE_PADDING);
            lanes.add(new double[] {from, to});
            from = broadest == 0 ? from : to + BETWEEN_LANES;
        }
        breadth = from - BETWEEN_LANES + MARGIN + (hasLoops() ? BETWEEN_NODES : 0);
    }

    private boolean hasLoops() {
        return chart.edges().stream().anyMatch(edge -> place(edge.from()).rank >= place(edge.to()).rank);
    }

    /** Those of a rank, so that arrows cross little: in the order of what leads to them. */
    private List<Place> inOrder(int lane, int rank) {
        return all.stream()
                .filter(place -> place.lane == lane && place.rank == rank)
                .sorted(Comparator.comparingDouble(FlowchartLayout::wanted))
                .toList();
    }

    private static double wanted(Place place) {
        return place.before.stream()
                .mapToDouble(before -> before.centre)
                .average()
                .orElse(0);
    }

    /** As near as possible to what leads there, without overlapping, within the lane. */
    private static void spread(List<Place> places, double top, double broadest) {
        double room = broadest
                - places.stream().mapToDouble(place -> place.across).sum()
                - BETWEEN_NODES * Math.max(0, places.size() - 1);
        boolean free = places.stream().allMatch(place -> place.before.isEmpty());
        double next = top + (free ? room / 2 : 0);
        double left = room;
        for (Place place : places) {
            double wanted = free || place.before.isEmpty() ? next : wanted(place) - place.across / 2;
            double start = Math.clamp(wanted, next, next + Math.max(0, left));
            left -= start - next;
            place.centre = start + place.across / 2;
            next = start + place.across + BETWEEN_NODES;
        }
    }

    private void placeAlong() {
        int last = all.stream().mapToInt(place -> place.rank).max().orElse(0);
        boolean framed = !chart.groups().isEmpty();
        double from = MARGIN + (framed ? LANE_PADDING : 0) + (framed && !chart.leftToRight() ? LANE_TITLE : 0);
        for (int rank = 0; rank <= last; rank++) {
            int here = rank;
            double longest = all.stream()
                    .filter(place -> place.rank == here)
                    .mapToDouble(place -> place.along)
                    .max()
                    .orElse(0);
            rankCentres.add(from + longest / 2);
            from += longest + gapAfter(rank);
        }
        length = from - gapAfter(last) + MARGIN + (framed ? LANE_PADDING : 0);
    }

    private double gapAfter(int rank) {
        double longest = chart.edges().stream()
                .filter(edge -> place(edge.from()).rank == rank && !edge.label().isEmpty())
                .mapToDouble(edge -> chart.leftToRight() ? labelWidth(edge.label()) + 26 : LINE + 34)
                .max()
                .orElse(0);
        return Math.max(BETWEEN_RANKS, longest);
    }
}
