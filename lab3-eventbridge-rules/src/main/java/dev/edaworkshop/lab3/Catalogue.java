package dev.edaworkshop.lab3;

import dev.edaworkshop.lab3.given.CatalogueCommand;
import dev.edaworkshop.lab3.given.CatalogueCommand.Announce;
import dev.edaworkshop.lab3.given.CatalogueCommand.ChangePrice;
import dev.edaworkshop.lab3.given.CatalogueCommand.Create;
import dev.edaworkshop.lab3.given.CatalogueCommand.Delete;
import dev.edaworkshop.lab3.given.Product;
import java.time.InstantSource;
import java.util.Map;

/** Carries out what the back office asks for, and says what happened. Nobody else says anything about products. */
final class Catalogue {

    static final String SOURCE = "shop.catalogue";

    private final EventPublisher events;
    private final InstantSource clock;

    Catalogue(EventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @return what was published */
    ShopEvent carryOut(CatalogueCommand command) {
        ShopEvent happened =
                switch (command) {
                    case Create create -> created(create.product());
                    case ChangePrice change -> priceChanged(change);
                    case Delete delete -> deleted(delete.product());
                    case Announce announce -> event(announce.eventName(), announce.version(), announce.data());
                };
        events.publish(happened);
        return happened;
    }

    /*
     * TODO 3.7  Contract: what the catalogue says.
     *
     * Some things are sold by the dozen, so the price is called unit_price now, and says its currency. That is right, and
     * contracts/product_created/2.json describes it. But the event still calls itself version 1, which promised a price:
     * whoever relies on version 1 stumbles. Say which version this is.
     *
     * Check:  ./lab check 3.7
     * Read:   guide/lab3-eventbridge-rules.md#37-contract
     */
    private ShopEvent created(Product product) {
        return event(
                "product_created",
                1,
                Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "name", product.name(),
                        "category", product.category(),
                        "unit_price", product.price(),
                        "currency", "EUR",
                        "region", product.region()));
    }

    private ShopEvent priceChanged(ChangePrice change) {
        Product product = change.product();
        return event(
                "product_price_changed",
                1,
                Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "old_price", product.price(),
                        "new_price", change.newPrice()));
    }

    private ShopEvent deleted(Product product) {
        return event("product_deleted", 1, Map.of("product_id", product.productId(), "sku", product.sku()));
    }

    private ShopEvent event(String name, int version, Map<String, Object> data) {
        return new ShopEvent(name, version, data, Metadata.first(name, SOURCE, version, clock.instant()));
    }
}
