package dev.edaworkshop.lab3.given;

import java.util.Map;
import java.util.Optional;

/** Customers who want the first piece of whatever is new in a category. */
public final class StandingOrders {

    private static final Map<String, StandingOrder> BY_CATEGORY = Map.of(
            "charts", new StandingOrder("so-7", "pilot@harbour.example"),
            "lamps", new StandingOrder("so-9", "keeper@lighthouse.example"));

    /** @return empty if nobody waits for anything in this category */
    public static Optional<StandingOrder> forCategory(String category) {
        return Optional.ofNullable(BY_CATEGORY.get(category));
    }

    /** @param customer their e-mail address */
    public record StandingOrder(String orderId, String customer) {}

    private StandingOrders() {}
}
