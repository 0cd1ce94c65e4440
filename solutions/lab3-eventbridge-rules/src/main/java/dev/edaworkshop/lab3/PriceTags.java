package dev.edaworkshop.lab3;

import java.util.function.Consumer;

/** Prints a tag for what is new, and a new one when the price has changed. */
final class PriceTags {

    private final Consumer<String> printer;

    PriceTags(Consumer<String> printer) {
        this.printer = printer;
    }

    void handle(ShopEvent event) {
        switch (event.name()) {
            case "product_created" -> {
                NewProduct product = NewProduct.from(event);
                printer.accept("Price tag: %s %s EUR".formatted(product.sku(), product.price()));
            }
            case "product_price_changed" ->
                printer.accept("Price tag: %s %s EUR".formatted(event.text("sku"), event.amount("new_price")));
            default -> {} // not about a price
        }
    }
}
