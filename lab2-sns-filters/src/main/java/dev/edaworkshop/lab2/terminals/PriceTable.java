package dev.edaworkshop.lab2.terminals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Properties;

/** What AWS charges, in US dollars, as {@code prices.properties} has it. */
final class PriceTable {

    private final Properties prices;

    private PriceTable(Properties prices) {
        this.prices = prices;
    }

    /** The checked-in table. */
    static PriceTable listed() {
        Properties prices = new Properties();
        try (InputStream file = PriceTable.class.getResourceAsStream("prices.properties")) {
            if (file == null) {
                throw new IllegalStateException("prices.properties is missing next to PriceTable; build the lab again");
            }
            prices.load(file);
            return new PriceTable(prices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code list prices in us-east-1 of 2026-11-28}. */
    String source() {
        return "list prices in %s of %s".formatted(text("region"), text("date"));
    }

    /** For a million publish requests of up to 64 KB each. */
    BigDecimal millionPublishes() {
        return price("sns.million-publishes");
    }

    /** For a gigabyte of bodies that filter policies look through. */
    BigDecimal scannedGigabyte() {
        return price("sns.scanned-gb");
    }

    BigDecimal millionQueueRequests() {
        return price("sqs.million-requests");
    }

    BigDecimal millionInvocations() {
        return price("lambda.million-requests");
    }

    /** For a second of a function that has a gigabyte of memory. */
    BigDecimal gigabyteSecond() {
        return price("lambda.gb-second");
    }

    private BigDecimal price(String key) {
        return new BigDecimal(text(key));
    }

    private String text(String key) {
        String value = prices.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("prices.properties has no " + key);
        }
        return value;
    }
}
