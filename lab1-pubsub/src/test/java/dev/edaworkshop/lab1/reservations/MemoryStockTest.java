package dev.edaworkshop.lab1.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryStockTest {

    private final MemoryStock stock = new MemoryStock(Map.of("p-0001", 5));

    @Test
    void takes_the_pieces_once_for_each_event() {
        stock.reserve("e-1", "p-0001", 2);
        stock.reserve("e-1", "p-0001", 2);
        stock.reserve("e-2", "p-0001", 3);

        assertThat(stock.pieces()).containsEntry("p-0001", 0);
    }

    @Test
    void refuses_what_is_not_there_and_does_it_later_when_it_is() {
        assertThatThrownBy(() -> stock.reserve("e-1", "p-0001", 6))
                .isInstanceOf(NotInStockException.class)
                .hasMessage("The shed does not have 6 of product p-0001");
        assertThatThrownBy(() -> stock.reserve("e-1", "p-0002", 1)).isInstanceOf(NotInStockException.class);

        stock.reserve("e-1", "p-0001", 5);

        assertThat(stock.pieces()).containsEntry("p-0001", 0).doesNotContainKey("p-0002");
    }
}
