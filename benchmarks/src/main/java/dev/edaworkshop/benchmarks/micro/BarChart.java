package dev.edaworkshop.benchmarks.micro;

import java.util.List;
import java.util.Locale;

/** Bars that are as long as an operation takes, as SVG; on a logarithmic scale, with its lines, if they differ much. */
final class BarChart {
    private static final int BARS = 380;
    private static final int FIGURES = 80;
    private static final int ROW = 26;
    private static final int TOP = 34;
    private static final int SCALE = 22;
    /** Of a character, as wide as common fonts have it on average. */
    private static final double CHARACTER = 7.4;

    private static final double MUCH = 30;

    private final Subject subject;
    private final List<Score> scores;
    private final double shortest;
    private final double longest;
    private final boolean logarithmic;
    private final int names;

    private BarChart(Subject subject, List<Score> scores) {
        this.subject = subject;
        this.scores = scores;
        shortest = scores.stream().mapToDouble(Score::nanos).min().orElse(1);
        longest = scores.stream().mapToDouble(Score::nanos).max().orElse(1);
        logarithmic = longest / shortest > MUCH;
        names = (int) (CHARACTER
                        * scores.stream()
                                .mapToInt(score -> score.in(subject).length())
                                .max()
                                .orElse(0))
                + 12;
    }

    /** @param scores of one subject, at least one */
    static String svg(Subject subject, List<Score> scores) {
        return new BarChart(subject, scores).svg();
    }

    private String svg() {
        int width = names + BARS + FIGURES;
        int height = TOP + ROW * scores.size() + (logarithmic ? SCALE : 0);
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                text { font: 13px system-ui, sans-serif; fill: #1d2733; } .figure { fill: #46515d; } line { stroke: #c9d0d7; }
                rect { fill: #7d8a96; } .lab { fill: #2f7f9e; } .naive { fill: #b8763c; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6e9ec; } .figure { fill: #b9c2cb; } line { stroke: #46515d; } .lab { fill: #58b0d1; }
                }
                </style>
                <text x="0" y="18">Time of one operation%s</text>
                """.formatted(
                        width,
                        height,
                        width,
                        height,
                        text(subject.question()),
                        logarithmic ? "; each line is ten times the one before" : ""));
        if (logarithmic) {
            for (double power = first(); power <= longest; power *= 10) {
                svg.append(line(power));
            }
        }
        for (int i = 0; i < scores.size(); i++) {
            svg.append(row(scores.get(i), TOP + i * ROW));
        }
        return svg.append("</svg>\n").toString();
    }

    private String line(double power) {
        double x = names + length(power);
        int bottom = TOP + ROW * scores.size();
        return String.format(Locale.ROOT, """
                <line x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text class="figure" x="%.1f" y="%d" text-anchor="middle">%s</text>
                """, x, TOP - 6, x, bottom, x, bottom + 14, tick(power));
    }

    private String row(Score score, int y) {
        double bar = Math.max(2, length(score.nanos()));
        return String.format(
                Locale.ROOT,
                """
                <text x="0" y="%d">%s</text><rect class="%s" x="%d" y="%d" width="%.1f" height="16" rx="2"/>\
                <text class="figure" x="%.1f" y="%d">%s</text>
                """,
                y + 13,
                text(score.in(subject)),
                subject.role(score.method()),
                names,
                y,
                bar,
                names + bar + 6,
                y + 13,
                Page.nanos(score.nanos()));
    }

    private double length(double nanos) {
        double share = logarithmic ? Math.log10(nanos / first()) / Math.log10(longest / first()) : nanos / longest;
        return share * BARS;
    }

    /** The power of ten at which a logarithmic scale begins. */
    private double first() {
        return Math.pow(10, Math.floor(Math.log10(shortest)));
    }

    /** A power of ten. */
    private static String tick(double nanos) {
        if (nanos < 1e3) {
            return "%.0f ns".formatted(nanos);
        }
        return nanos < 1e6 ? "%.0f µs".formatted(nanos / 1e3) : "%.0f ms".formatted(nanos / 1e6);
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
