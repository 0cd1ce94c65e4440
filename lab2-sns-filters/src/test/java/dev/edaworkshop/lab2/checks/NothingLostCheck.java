package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Announces 200 products, many of them right at a boundary and some without a price, and counts at the four tables. */
@Exercise("2.7")
class NothingLostCheck {

    private static final int EVENTS = 200;
    private static final int WITHOUT_PRICE = 6;
    private static final long SEED = 27;
    private static final String EXPECTED = "each of %d events reaches exactly one of the four tables".formatted(EVENTS);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The tables, cheapest first. */
    private enum Table {
        ENVELOPE("envelope", "0"),
        PARCEL("parcel", "20"),
        INSURED("insured", "100"),
        CRATE("crate", "500");

        private final String name;
        private final BigDecimal from;

        Table(String name, String from) {
            this.name = name;
            this.from = new BigDecimal(from);
        }

        String queueOutput() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "TableQueueUrl";
        }

        static Table of(Optional<BigDecimal> price) {
            Table right = CRATE;
            for (Table table : values()) {
                if (price.isPresent() && price.get().compareTo(table.from) >= 0) {
                    right = table;
                }
            }
            return right;
        }
    }

    @Test
    void each_of_200_events_reaches_exactly_one_of_four_tables(DeployedLab lab) {
        Announced announced = Announced.created(lab, goods());
        Map<Table, Announced.At> tables = new LinkedHashMap<>();
        for (Table table : Table.values()) {
            tables.put(table, announced.at(table.queueOutput()));
        }

        for (Goods one : announced.goods()) {
            requireSomebody(one, tables, announced);
        }
        for (Goods one : announced.goods()) {
            requireNobodyElse(one, tables);
        }
        for (Goods one : announced.goods()) {
            requireRightTable(one, tables);
        }
        lab.remark(bill(lab));
    }

    /** The lab's own program counts what lies at the tables, and says what it would cost. */
    private static List<String> bill(DeployedLab lab) {
        try (Running program = lab.start("bill", List.of(), Map.of())) {
            program.waitFor(Duration.ofSeconds(30));
            return program.printed();
        }
    }

    /** Each boundary and a cent to both sides of it, some without a price, and the rest anywhere, the same in each run. */
    private static List<Goods> goods() {
        Random random = new Random(SEED);
        List<BigDecimal> prices = new ArrayList<>();
        for (Table table : Table.values()) {
            Stream.of(
                            table.from,
                            table.from.add(CENT),
                            table.from.subtract(CENT).max(BigDecimal.ZERO))
                    .forEach(prices::add);
        }
        while (prices.size() < EVENTS - WITHOUT_PRICE) {
            prices.add(BigDecimal.valueOf(random.nextLong(1, (long) Math.pow(10, random.nextInt(3, 6))), 2));
        }
        List<Goods> goods = new ArrayList<>();
        for (BigDecimal price : prices) {
            goods.add(Goods.called("Product " + (goods.size() + 1)).with("price", price.toPlainString()));
        }
        while (goods.size() < EVENTS) {
            goods.add(Goods.called("Product " + (goods.size() + 1) + ", price on request"));
        }
        return goods;
    }

    private static void requireSomebody(Goods one, Map<Table, Announced.At> tables, Announced announced) {
        if (!at(one, tables).isEmpty()) {
            return;
        }
        Optional<BigDecimal> price = price(one);
        if (price.isEmpty()) {
            throw Verdict.red(
                    "without-price",
                    EXPECTED,
                    "%s reached nobody: no comparison holds for a price that is not there".formatted(one));
        }
        String here = tablesOf(price.get().subtract(CENT), tables, announced);
        String there = tablesOf(price.get().add(CENT), tables, announced);
        throw here.isEmpty() || there.isEmpty()
                ? Verdict.red(
                        "gap", EXPECTED, "price = %s reached nobody; nor did its neighbours".formatted(price.get()))
                : Verdict.red(
                        "gap-at-boundary",
                        EXPECTED,
                        "price = %s reached nobody: `<` %1$s here (%s), `>` %1$s there (%s)"
                                .formatted(price.get().toPlainString(), here, there));
    }

    private static void requireNobodyElse(Goods one, Map<Table, Announced.At> tables) {
        List<Table> at = at(one, tables);
        if (at.size() > 1) {
            throw Verdict.red(
                    "packed-twice",
                    EXPECTED,
                    "%s is packed at %d tables: %s"
                            .formatted(
                                    price(one).map(price -> "price = " + price).orElse(one.what()),
                                    at.size(),
                                    names(at)));
        }
    }

    private static void requireRightTable(Goods one, Map<Table, Announced.At> tables) {
        Table right = Table.of(price(one));
        Table at = at(one, tables).getFirst();
        if (at != right) {
            throw Verdict.red(
                    "wrong-table",
                    EXPECTED + ", the right one",
                    "%s is packed at the table %s, and belongs to %s".formatted(one, at.name, right.name));
        }
    }

    /** Where goods of this price arrived; empty if nobody got them, or there are none. */
    private static String tablesOf(BigDecimal price, Map<Table, Announced.At> tables, Announced announced) {
        return announced.goods().stream()
                .filter(one ->
                        price(one).filter(its -> its.compareTo(price) == 0).isPresent())
                .findFirst()
                .map(one -> names(at(one, tables)))
                .orElse("");
    }

    private static List<Table> at(Goods one, Map<Table, Announced.At> tables) {
        return tables.entrySet().stream()
                .flatMap(table ->
                        Stream.generate(table::getKey).limit(table.getValue().deliveries(one)))
                .toList();
    }

    private static String names(List<Table> tables) {
        return tables.stream().map(table -> table.name).collect(Collectors.joining(" and "));
    }

    private static Optional<BigDecimal> price(Goods one) {
        return Optional.ofNullable(one.facts().get("price")).map(BigDecimal::new);
    }
}
