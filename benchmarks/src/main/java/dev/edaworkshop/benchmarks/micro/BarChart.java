package dev.edaworkshop.benchmarks.micro;

import java.util.List;

/** Bars that are as long as an operation takes, on a logarithmic scale if they differ much. */
final class BarChart {
    private static final int WIDTH = 760;
    private static final int NAMES = 300;
    private static final int FIGURES = 90;
    private static final int ROW = 26;
    private static final int TOP = 34;
    private static final double MUCH = 30;

    private BarChart() {}

    static String svg(String title, List<Score> scores) {
        double longest = scores.stream().mapToDouble(Score::nanos).max().orElse(1);
        double shortest = scores.stream().mapToDouble(Score::nanos).min().orElse(1);
        boolean logarithmic = longest / shortest > MUCH;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>text { font: 13px system-ui, sans-serif; fill: #1d2733; } .figure { fill: #46515d; } rect { fill: #2f7f9e; }
                @media (prefers-color-scheme: dark) { text { fill: #e6e9ec; } .figure { fill: #b9c2cb; } rect { fill: #58b0d1; } }</style>
                <text x="0" y="18">Time of one operation%s</text>
                """.formatted(
                        WIDTH,
                        TOP + ROW * scores.size(),
                        text(title),
                        logarithmic ? ", logarithmic: each bar of the same length more is ten times as long" : ""));
        for (int i = 0; i < scores.size(); i++) {
            Score score = scores.get(i);
            double share = logarithmic
                    ? Math.log10(score.nanos() / shortest * 3) / Math.log10(longest / shortest * 3)
                    : score.nanos() / longest;
            double bar = Math.max(2, share * (WIDTH - NAMES - FIGURES));
            int y = TOP + i * ROW;
            svg.append("""
                    <text x="0" y="%d">%s</text><rect x="%d" y="%d" width="%.1f" height="16" rx="2"/>\
                    <text class="figure" x="%.1f" y="%d">%s</text>
                    """.formatted(
                    y + 13,
                    text(score.method() + (score.parameters().isEmpty() ? "" : ", " + score.parametersInWords())),
                    NAMES,
                    y,
                    bar,
                    NAMES + bar + 6,
                    y + 13,
                    Page.nanos(score.nanos())));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
