package dev.edaworkshop.lab5.bulk;

import java.math.BigDecimal;
import java.util.List;

/** A line of the file: {@code product_id,sku,name,category,price,cost,region}. */
public record ProductRow(
        String productId, String sku, String name, String category, BigDecimal price, BigDecimal cost, String region) {

    public static final String HEADER = "product_id,sku,name,category,price,cost,region";

    private static final int COLUMNS = 7;
    private static final int CENTS = 2;

    /**
     * Reads a line.
     *
     * @throws BadRowException if it is no product; the message says why
     */
    static ProductRow parse(long lineNumber, String line) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != COLUMNS) {
            throw new BadRowException(lineNumber, "%d columns instead of %d".formatted(cells.size(), COLUMNS));
        }
        var row = new Cells(lineNumber, cells);
        return new ProductRow(
                row.text(0, "product_id"),
                row.text(1, "sku"),
                row.text(2, "name"),
                row.text(3, "category"),
                row.euros(4, "price"),
                row.euros(5, "cost"),
                row.text(6, "region"));
    }

    private record Cells(long lineNumber, List<String> cells) {

        String text(int column, String name) {
            String text = cells.get(column).strip();
            if (text.isEmpty()) {
                throw new BadRowException(lineNumber, name + " is missing");
            }
            return text;
        }

        BigDecimal euros(int column, String name) {
            String text = text(column, name);
            try {
                BigDecimal amount = new BigDecimal(text);
                if (amount.signum() < 0 || amount.scale() > CENTS) {
                    throw new BadRowException(lineNumber, "%s is no amount in euros: %s".formatted(name, text));
                }
                return amount;
            } catch (NumberFormatException e) {
                throw new BadRowException(lineNumber, "%s is no number: %s".formatted(name, text));
            }
        }
    }
}
