package dev.edaworkshop.cli.profile;

import java.util.List;

/**
 * A flame graph that hangs: callers above, what they called below, as wide as it was at work. Drawn as SVG, which a small
 * script in the page lets the reader zoom.
 */
final class Icicle {
    private static final double WIDTH = 1200;
    private static final int ROW = 18;
    private static final double NARROWEST = 0.6;
    private static final double PIXELS_PER_LETTER = 6.4;
    private static final int DEEPEST = 140;

    private final StringBuilder svg = new StringBuilder();
    private final double total;
    private int deepest;

    private Icicle(double total) {
        this.total = total;
    }

    /** @param title for people who cannot see it */
    static String svg(List<Stack> stacks, String title) {
        StackTree root = StackTree.of(stacks);
        Icicle icicle = new Icicle(Math.max(1, root.samples()));
        icicle.draw(root, 0, 0);
        return """
                <svg class="icicle" role="img" aria-label="%s" viewBox="0 0 %.0f %d" xmlns="http://www.w3.org/2000/svg">
                %s</svg>
                """.formatted(Html.text(title), WIDTH, (icicle.deepest + 1) * ROW, icicle.svg);
    }

    private void draw(StackTree node, double x, int depth) {
        double width = node.samples() / total * WIDTH;
        if (width < NARROWEST || depth > DEEPEST) {
            return;
        }
        deepest = Math.max(deepest, depth);
        svg.append("""
                <g class="%s" data-x="%.2f" data-w="%.2f" data-d="%d" tabindex="-1"><title>%s: %.1f %%</title>\
                <rect x="%.2f" y="%d" width="%.2f" height="%d"/><text x="%.2f" y="%d">%s</text></g>
                """.formatted(
                        kind(node.frame()),
                        x,
                        width,
                        depth,
                        Html.text(readable(node.frame())),
                        node.samples() / total * 100,
                        x,
                        depth * ROW,
                        width,
                        ROW - 1,
                        x + 3,
                        depth * ROW + 13,
                        Html.text(fitting(readable(node.frame()), width))));
        double left = x;
        for (StackTree callee : node.callees()) {
            draw(callee, left, depth + 1);
            left += callee.samples() / total * WIDTH;
        }
    }

    private static String readable(String frame) {
        return frame.startsWith("[") ? frame.replaceAll(" tid=\\d+", "") : frame.replace('/', '.');
    }

    /** The method and its class say more than the package. */
    private static String fitting(String name, double width) {
        int letters = (int) ((width - 6) / PIXELS_PER_LETTER);
        String shortName = name.replaceAll("^([a-z_0-9]+\\.)+(?=[A-Z])", "");
        if (letters < 3) {
            return "";
        }
        return shortName.length() <= letters ? shortName : shortName.substring(0, letters - 1) + "…";
    }

    /** The colour: whose code it is. */
    private static String kind(String frame) {
        if (frame.endsWith(".<clinit>")) {
            return "initialiser";
        }
        if (frame.startsWith("dev/edaworkshop/localcloud/")) {
            return "runtime";
        }
        if (frame.startsWith("dev/edaworkshop/")) {
            return "lab";
        }
        if (frame.startsWith("software/amazon/awssdk/")) {
            return "sdk";
        }
        if (frame.matches("(java|javax|jdk|sun)/.*")) {
            return "jdk";
        }
        return frame.matches("[a-z]+/.*") ? "library" : "native";
    }
}
