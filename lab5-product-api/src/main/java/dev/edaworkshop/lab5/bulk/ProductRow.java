package dev.edaworkshop.lab5.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the file: {@code product_id,sku,name,category,price,cost,region}. The rules are those of the back office's
 * API: nothing gets into the table by this door that would be refused at the other one.
 */
public record ProductRow(
        String productId, String sku, String name, String category, BigDecimal price, BigDecimal cost, String region) {

    public static final String HEADER = "product_id,sku,name,category,price,cost,region";

    private static final Pattern PRODUCT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Pattern SKU = Pattern.compile("[A-Z]{3}-[0-9]{4}");
    private static final Pattern NAME = Pattern.compile(".{1,100}");
    private static final Pattern CATEGORY = Pattern.compile("[a-z]{2,20}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,10}");
    private static final int COLUMNS = 7;
    private static final int CENTS = 2;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000");

    /**
     * Reads a line.
     *
     * @throws BadRowException if it is no product; the message says why
     */
    static ProductRow parse(long lineNumber, String line) {
        List<String> cells = Cells.of(lineNumber, line);
        if (cells.size() != COLUMNS) {
            throw new BadRowException(lineNumber, "%d columns instead of %d".formatted(cells.size(), COLUMNS));
        }
        var row = new Columns(lineNumber, cells);
        return new ProductRow(
                row.text(0, "product_id", PRODUCT_ID, "up to 40 letters, digits and hyphens"),
                row.text(1, "sku", SKU, "three capital letters, a hyphen, four digits"),
                row.text(2, "name", NAME, "1 to 100 characters"),
                row.text(3, "category", CATEGORY, "2 to 20 small letters"),
                row.euros(4, "price", CENT),
                row.euros(5, "cost", BigDecimal.ZERO),
                row.text(6, "region", REGION, "2 to 10 small letters"));
    }

    private record Columns(long lineNumber, List<String> cells) {

        String text(int column, String name, Pattern form, String inWords) {
            String text = filled(column, name);
            if (!form.matcher(text).matches()) {
                throw new BadRowException(lineNumber, "%s must be %s: %s".formatted(name, inWords, text));
            }
            return text;
        }

        BigDecimal euros(int column, String name, BigDecimal least) {
            String text = filled(column, name);
            try {
                BigDecimal amount = new BigDecimal(text);
                if (amount.compareTo(least) < 0
                        || amount.compareTo(MOST) > 0
                        || amount.stripTrailingZeros().scale() > CENTS) {
                    throw new BadRowException(
                            lineNumber,
                            "%s must be from %s to %s, with at most two decimals: %s"
                                    .formatted(name, least, MOST, text));
                }
                return amount.setScale(CENTS, RoundingMode.UNNECESSARY);
            } catch (NumberFormatException e) {
                throw new BadRowException(lineNumber, "%s is no number: %s".formatted(name, text));
            }
        }

        private String filled(int column, String name) {
            String text = cells.get(column).strip();
            if (text.isEmpty()) {
                throw new BadRowException(lineNumber, name + " is missing");
            }
            return text;
        }
    }
}
