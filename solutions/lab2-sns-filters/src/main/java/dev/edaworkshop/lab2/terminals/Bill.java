package dev.edaworkshop.lab2.terminals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What a million published messages cost in AWS when they are spread as in the traffic that was counted.
 *
 * <p>Assumes what is usual for little messages that come one by one: a message of 1 KB, a request to receive and one to
 * delete it, and one invocation of 20 ms with 512 MB. In batches of ten the consumers' share is a tenth.
 */
final class Bill {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal QUEUE_REQUESTS_PER_DELIVERY = BigDecimal.valueOf(2);
    private static final BigDecimal GIGABYTE_SECONDS_PER_DELIVERY =
            new BigDecimal("0.5").multiply(new BigDecimal("0.020"));
    private static final BigDecimal GIGABYTES_PER_MILLION =
            MILLION.divide(BigDecimal.valueOf(1024 * 1024), MathContext.DECIMAL64);

    private final PriceTable prices;
    private final Traffic traffic;

    Bill(PriceTable prices, Traffic traffic) {
        this.prices = prices;
        this.traffic = traffic;
    }

    /** Before and after, as people read it. */
    List<String> lines() {
        Traffic before = traffic.unfiltered();
        return List.of(
                "%d messages were published to %d subscriptions; in AWS a million of them would cost:"
                        .formatted(traffic.published(), traffic.subscriptions()),
                row("", "delivered", "filtered", "publish", "scan", "queue", "function", "US dollars"),
                row("without filters", before),
                row("with filters", traffic),
                "Computed from %s; see prices.properties. Messages of 1 KB, one by one.".formatted(prices.source()));
    }

    /** In US dollars for a million published messages. */
    BigDecimal total() {
        return total(traffic);
    }

    private String row(String name, Traffic some) {
        return row(
                name,
                String.valueOf(some.delivered()),
                String.valueOf(some.filtered()),
                dollars(prices.millionPublishes()),
                dollars(scanning(some)),
                dollars(queues(some)),
                dollars(functions(some)),
                dollars(total(some)));
    }

    private BigDecimal total(Traffic some) {
        return prices.millionPublishes().add(scanning(some)).add(queues(some)).add(functions(some));
    }

    /** SNS looks through each body once for each subscription that wants it, delivered or not. */
    private BigDecimal scanning(Traffic some) {
        return prices.scannedGigabyte().multiply(GIGABYTES_PER_MILLION).multiply(BigDecimal.valueOf(some.scanning()));
    }

    private BigDecimal queues(Traffic some) {
        return prices.millionQueueRequests()
                .multiply(QUEUE_REQUESTS_PER_DELIVERY)
                .multiply(deliveriesPerMessage(some));
    }

    private BigDecimal functions(Traffic some) {
        BigDecimal duration =
                prices.gigabyteSecond().multiply(GIGABYTE_SECONDS_PER_DELIVERY).multiply(MILLION);
        return prices.millionInvocations().add(duration).multiply(deliveriesPerMessage(some));
    }

    private static BigDecimal deliveriesPerMessage(Traffic some) {
        return some.published() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(some.delivered())
                        .divide(BigDecimal.valueOf(some.published()), MathContext.DECIMAL64);
    }

    private static String dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder("  %-16s".formatted(name));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, "%11s", cell));
        }
        return row.toString();
    }
}
