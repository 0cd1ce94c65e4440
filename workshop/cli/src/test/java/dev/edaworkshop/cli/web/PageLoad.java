package dev.edaworkshop.cli.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Measures how the page stands much traffic: it publishes for a while with the page open, and reports frame times,
 * memory, and whether the page's counters are right in the end.
 *
 * <p>Run it with the test class path: {@code PageLoad [events per second] [seconds]}.
 */
final class PageLoad {
    private static final String PRICE_CHANGED =
            "{\"product_id\": \"p-1\", \"sku\": \"TOY-0001\", \"price\": 12.5, \"change\": \"%s\"}";

    private PageLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (SampleShop shop = SampleShop.open();
                OpenPage page = OpenPage.of(shop.endpoint())) {
            page.go("flow");
            page.awaitLive();
            page.element("[data-station]");
            System.out.println("idle      " + frames(page, Duration.ofSeconds(3)));
            System.out.println("memory    " + memory(page));
            watchFrames(page);
            long published = publish(shop, rate, seconds);
            System.out.println("loaded    " + watched(page));
            page.await(() -> {
                long counted = counted(page, shop);
                if (counted != published) {
                    throw new AssertionError("counted " + counted + " of " + published);
                }
            });
            System.out.printf(Locale.ROOT, "published %d, which the page's counters say, too%n", counted(page, shop));
            System.out.println("memory    " + memory(page));
            System.out.println("after     " + frames(page, Duration.ofSeconds(3)));
            System.out.println("complaints of the browser: " + page.complaints());
        }
    }

    /** Evenly, in portions of a hundredth of a second. */
    private static long publish(SampleShop shop, int rate, int seconds) throws InterruptedException {
        String topic = shop.topicArn();
        long start = System.nanoTime();
        long total = (long) rate * seconds;
        for (long sent = 0; sent < total; sent++) {
            long due = start + sent * 1_000_000_000L / rate;
            if (due - System.nanoTime() > 10_000_000L) {
                Thread.sleep(10);
            }
            shop.publish(topic, PRICE_CHANGED.formatted(sent % 2 == 0 ? "REPRICED" : "RENAMED"));
        }
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%d events in %.1f s: %.0f/s%n", total, took, total / took);
        return total;
    }

    private static long counted(OpenPage page, SampleShop shop) {
        Object sum = page.run("""
                return [...window.workshopFeed.counts()].filter(({to, kind}) => to === arguments[0] && kind === "DELIVERED")
                  .reduce((sum, {count}) => sum + count, 0);""", shop.topicArn());
        return ((Number) sum).longValue();
    }

    private static String frames(OpenPage page, Duration duration) throws InterruptedException {
        watchFrames(page);
        Thread.sleep(duration);
        return watched(page);
    }

    private static void watchFrames(OpenPage page) {
        page.run("""
                const frames = window.frameTimes = [];
                let last = performance.now();
                const next = (now) => {
                  if (window.frameTimes === frames) {
                    frames.push(now - last);
                    last = now;
                    requestAnimationFrame(next);
                  }
                };
                requestAnimationFrame(next);""");
    }

    private static String watched(OpenPage page) {
        Object times = page.run("const all = window.frameTimes.slice(1); window.frameTimes = null; return all;");
        List<Double> sorted = ((List<?>) times)
                .stream().map(time -> ((Number) time).doubleValue()).sorted().toList();
        return String.format(
                Locale.ROOT,
                "%d frames, median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.0f ms",
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(List<Double> sorted, double quantile) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(quantile * (sorted.size() - 1)));
    }

    private static String memory(OpenPage page) {
        Object bytes = page.run("return performance.memory.usedJSHeapSize");
        Object elements = page.run("return document.querySelectorAll('*').length");
        return String.format(
                Locale.ROOT, "%.1f MB of script objects, %s elements", ((Number) bytes).doubleValue() / 1e6, elements);
    }
}
