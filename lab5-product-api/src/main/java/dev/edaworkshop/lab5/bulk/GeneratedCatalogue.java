package dev.edaworkshop.lab5.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A catalogue of any size: the same rows for the same seed.
 *
 * @param bad how many of the rows are not right, spread evenly
 */
public record GeneratedCatalogue(int rows, int bad, long seed) {

    /** @throws IllegalArgumentException if more rows are to be bad than there are */
    public GeneratedCatalogue {
        if (bad < 0 || bad > rows) {
            throw new IllegalArgumentException("%d of %d rows cannot be bad".formatted(bad, rows));
        }
    }

    private static final List<String> THINGS =
            List.of("boat", "lighthouse", "crab", "rope", "lantern", "anchor", "oilskin");
    private static final List<String> LOOKS = List.of("Wooden", "Tin", "Blue", "Small", "Storm-proof", "Striped");
    private static final List<String> CATEGORIES = List.of("toys", "games", "rope", "clothing");
    private static final List<String> REGIONS = List.of("eu", "us", "uk");

    public void writeTo(Writer out) throws IOException {
        var random = new SplittableRandom(seed);
        BufferedWriter lines = new BufferedWriter(out);
        lines.write(ProductRow.HEADER + "\n");
        for (int i = 1; i <= rows; i++) {
            String row = row(i, random);
            lines.write((isBad(i) ? row.replaceFirst(",\\d+\\.\\d\\d,", ",free,") : row) + "\n");
        }
        lines.flush();
    }

    private boolean isBad(int row) {
        // So many are to be bad up to this row, and up to the one before it.
        return (long) row * bad / rows > (row - 1L) * bad / rows;
    }

    private static String row(int i, SplittableRandom random) {
        int cents = 100 + random.nextInt(50_000);
        return String.format(
                Locale.ROOT,
                "p-%06d,%s,%s %s,%s,%d.%02d,%d.%02d,%s",
                i,
                sku(i),
                pick(LOOKS, random),
                pick(THINGS, random),
                pick(CATEGORIES, random),
                cents / 100,
                cents % 100,
                cents / 300,
                cents % 100,
                pick(REGIONS, random));
    }

    /** {@code AAA-0001}, …, {@code AAA-9999}, {@code AAB-0000}, … */
    private static String sku(int i) {
        int series = i / 10_000;
        return String.format(
                Locale.ROOT,
                "%c%c%c-%04d",
                'A' + series / (26 * 26) % 26,
                'A' + series / 26 % 26,
                'A' + series % 26,
                i % 10_000);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
