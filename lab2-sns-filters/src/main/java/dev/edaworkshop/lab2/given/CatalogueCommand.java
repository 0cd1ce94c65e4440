package dev.edaworkshop.lab2.given;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the back office asks the catalogue to do. A command is for one receiver, which may refuse it; an event is not.
 *
 * {@snippet lang=json :
 * {"command": "change-price", "source": "back-office", "new_price": 19.90,
 *  "product": {"product_id": "p-0001", "sku": "TOY-0001", "name": "Wooden boat",
 *              "category": "toys", "price": 24.90, "region": "eu"}}
 * }
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "create", value = CatalogueCommand.Create.class),
    @JsonSubTypes.Type(name = "change-price", value = CatalogueCommand.ChangePrice.class),
    @JsonSubTypes.Type(name = "delete", value = CatalogueCommand.Delete.class)
})
public sealed interface CatalogueCommand {

    /** Who asks, for example {@code back-office}; the events that follow carry the same source. */
    String source();

    /** The product as it is before the command. */
    Product product();

    record Create(String source, Product product) implements CatalogueCommand {
        public Create {
            Require.text("create", "source", source);
        }
    }

    record ChangePrice(String source, Product product, BigDecimal newPrice) implements CatalogueCommand {
        public ChangePrice {
            Require.text("change-price", "source", source);
            Require.price("change-price", "new_price", newPrice);
        }
    }

    record Delete(String source, Product product) implements CatalogueCommand {
        public Delete {
            Require.text("delete", "source", source);
        }
    }

    /** @throws IllegalArgumentException if the command is unknown or lacks something; the message says what */
    static CatalogueCommand from(Map<String, Object> json) {
        return Json.MAPPER.convertValue(json, CatalogueCommand.class);
    }
}
