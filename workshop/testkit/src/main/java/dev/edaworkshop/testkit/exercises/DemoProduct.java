package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of the shop's catalogue.
 *
 * @param price in euros
 * @param stock pieces in the shed
 */
public record DemoProduct(
        String productId, String sku, String name, String category, BigDecimal price, String region, int stock) {

    static final String HEADER = "product_id,sku,name,category,price,region,stock";

    /** The products of a lab's {@code demo/catalogue.csv}; none if it has no such file. */
    public static List<DemoProduct> catalogueOf(Path solution) {
        Path file = solution.resolve("demo").resolve("catalogue.csv");
        try {
            return Files.exists(file) ? DemoScenarioReader.catalogue(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue " + file + " cannot be read", e);
        }
    }

    /** Reads a row of {@code catalogue.csv}, whose values hold neither commas nor quotes. */
    static DemoProduct parse(String row) {
        List<String> values = List.of(row.split(",", -1));
        if (values.size() != 7 || row.indexOf('"') >= 0) {
            throw new IllegalArgumentException("A row needs %s, without quotes: %s".formatted(HEADER, row));
        }
        return new DemoProduct(
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                new BigDecimal(values.get(4)),
                values.get(5),
                Integer.parseInt(values.get(6)));
    }
}
