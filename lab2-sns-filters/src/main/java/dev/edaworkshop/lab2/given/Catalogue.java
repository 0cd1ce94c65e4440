package dev.edaworkshop.lab2.given;

import dev.edaworkshop.lab2.given.CatalogueCommand.ChangePrice;
import dev.edaworkshop.lab2.given.CatalogueCommand.Create;
import dev.edaworkshop.lab2.given.CatalogueCommand.Delete;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out what the back office asks for, and says what happened: facts, as lab 1 left them. */
public final class Catalogue {

    private final EventPublisher events;
    private final InstantSource clock;

    public Catalogue(EventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @return what was published, in this order */
    public List<ProductEvent> carryOut(CatalogueCommand command) {
        List<ProductEvent> happened =
                switch (command) {
                    case Create create -> create(create);
                    case ChangePrice change -> changePrice(change);
                    case Delete delete -> delete(delete);
                };
        happened.forEach(events::publish);
        return happened;
    }

    // Each event is a fact: named in the past tense, with what is known about it, and nothing about what to do next.
    // Whether somebody writes a mail because of it is that somebody's business.

    private List<ProductEvent> create(Create command) {
        Product product = command.product();
        Map<String, Object> facts = Map.of(
                "sku", product.sku(),
                "name", product.name(),
                "category", product.category(),
                "price", product.price(),
                "region", product.region());
        return List.of(event("product_created", command, facts));
    }

    // A new price is a new fact. What was said before stays said: product_created keeps the price of that day.
    private List<ProductEvent> changePrice(ChangePrice command) {
        Product product = command.product();
        Map<String, Object> facts = Map.of(
                "sku", product.sku(),
                "old_price", product.price(),
                "new_price", command.newPrice());
        return List.of(event("product_price_changed", command, facts));
    }

    private List<ProductEvent> delete(Delete command) {
        Product product = command.product();
        return List.of(event("product_deleted", command, Map.of("sku", product.sku())));
    }

    private ProductEvent event(String name, CatalogueCommand command, Map<String, Object> facts) {
        return new ProductEvent(
                UUID.randomUUID().toString(),
                name,
                command.source(),
                clock.instant(),
                command.product().productId(),
                facts);
    }
}
