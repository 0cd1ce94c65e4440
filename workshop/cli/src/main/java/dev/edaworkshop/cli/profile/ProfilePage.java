package dev.edaworkshop.cli.profile;

import dev.edaworkshop.cli.profile.StartupCosts.Cost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTML file that needs nothing else: the variants side by side, what the start consists of, both flame graphs. */
record ProfilePage(
        String lab,
        String function,
        int memoryMegabytes,
        String recorder,
        String machine,
        List<Measurement> measurements,
        Recordings recordings) {
    private static final int MOST = 12;

    String html() {
        StartupCosts costs = new StartupCosts(recordings.cold());
        return template()
                .replace("{title}", Html.text("%s of %s".formatted(function, lab)))
                .replace("{machine}", Html.text(machine))
                .replace("{recorder}", Html.text(recorder))
                .replace("{variants}", variants())
                .replace("{summary}", summary(costs))
                .replace("{initialisers}", table("Static initialiser", costs.staticInitialisers()))
                .replace("{clients}", table("Service", costs.sdkClients()))
                .replace("{libraries}", table("Whose code", costs.libraries()))
                .replace("{classes}", classes(recordings.classes()))
                .replace("{cold}", Icicle.svg(recordings.cold(), "Flame graph of the start"))
                .replace("{warm}", Icicle.svg(recordings.warm(), "Flame graph of the work"));
    }

    private String variants() {
        double base = measurements.getFirst().median().toNanos();
        return measurements.stream()
                .map(measured ->
                        "<tr><th scope=\"row\">%s<small>%s</small></th><td>%s</td><td>%s</td><td>%.2f</td><td>%s</td></tr>"
                                .formatted(
                                        Html.text(measured.variant().name()),
                                        Html.text(measured.variant().means()),
                                        seconds(measured.median()),
                                        seconds(measured.longest()),
                                        measured.median().toNanos() / base,
                                        millis(measured.warm())))
                .collect(Collectors.joining("\n"));
    }

    private String summary(StartupCosts costs) {
        return """
                %s of the processor's time went into finding, reading and linking classes; %s was spent beside the function's \
                own thread: compilers, the garbage collector, the start of the JVM. %d classes were loaded until the first answer.""".formatted(
                        percent(costs.classLoading()),
                        percent(costs.besides()),
                        recordings.classes().total());
    }

    private static String table(String heading, List<Cost> costs) {
        if (costs.isEmpty()) {
            return "<p>None was seen.</p>";
        }
        return "<table><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">share</th></tr></thead><tbody>%s</tbody></table>"
                .formatted(
                        heading,
                        costs.stream()
                                .limit(MOST)
                                .map(cost -> "<tr><td>%s</td><td>%s</td></tr>"
                                        .formatted(Html.text(cost.what()), percent(cost.share())))
                                .collect(Collectors.joining()));
    }

    private static String classes(LoadedClasses classes) {
        return "<table><thead><tr><th scope=\"col\">From</th><th scope=\"col\">classes</th></tr></thead><tbody>%s</tbody></table>"
                .formatted(classes.bySource().entrySet().stream()
                        .limit(MOST)
                        .map(ProfilePage::row)
                        .collect(Collectors.joining()));
    }

    private static String row(Map.Entry<String, Integer> source) {
        return "<tr><td>%s</td><td>%d</td></tr>".formatted(Html.text(source.getKey()), source.getValue());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }

    private static String template() {
        try (InputStream page = ProfilePage.class.getResourceAsStream("profile.html")) {
            if (page == null) {
                throw new IllegalStateException("profile.html is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
