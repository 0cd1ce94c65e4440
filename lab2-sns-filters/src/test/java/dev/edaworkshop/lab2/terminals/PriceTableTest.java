package dev.edaworkshop.lab2.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private final PriceTable prices = PriceTable.listed();

    @Test
    void says_where_and_when_its_prices_were_listed() {
        assertThat(prices.source()).startsWith("list prices in us-east-1 of ");
        assertThat(LocalDate.parse(prices.source().substring(prices.source().lastIndexOf(' ') + 1)))
                .isAfter(LocalDate.of(2026, 1, 1));
    }

    @Test
    void the_guide_names_these_prices_and_this_date() throws IOException {
        String page = Files.readString(guide());

        assertThat(page).contains(prices.source().substring(prices.source().lastIndexOf(' ') + 1));
        for (BigDecimal price : List.of(
                prices.millionPublishes(),
                prices.scannedGigabyte(),
                prices.millionQueueRequests(),
                prices.millionInvocations(),
                prices.gigabyteSecond())) {
            assertThat(page).contains("| %s |".formatted(price.toPlainString()));
        }
    }

    @Test
    void the_guide_shows_the_bill_of_the_check_as_it_is_printed() throws IOException {
        String page = Files.readString(guide());

        assertThat(page).contains(new Bill(prices, new Traffic(200, 4, 200, 0)).lines());
    }

    private static Path guide() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("guide/lab2-sns-filters.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
