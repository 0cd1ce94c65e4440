package dev.edaworkshop.lab3.given;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the back office asks the catalogue to do. A command is for one receiver, which may refuse it; an event is not.
 *
 * {@snippet lang=json :
 * {"command": "change-price", "new_price": 19.90,
 *  "product": {"product_id": "p-0001", "sku": "TOY-0001", "name": "Wooden boat",
 *              "category": "toys", "price": 24.90, "region": "eu"}}
 * }
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "create", value = CatalogueCommand.Create.class),
    @JsonSubTypes.Type(name = "change-price", value = CatalogueCommand.ChangePrice.class),
    @JsonSubTypes.Type(name = "delete", value = CatalogueCommand.Delete.class),
    @JsonSubTypes.Type(name = "announce", value = CatalogueCommand.Announce.class)
})
public sealed interface CatalogueCommand {

    record Create(Product product) implements CatalogueCommand {}

    /** @param product as it is before the command */
    record ChangePrice(Product product, BigDecimal newPrice) implements CatalogueCommand {
        public ChangePrice {
            Require.price("change-price", "new_price", newPrice);
        }
    }

    record Delete(Product product) implements CatalogueCommand {}

    /**
     * Something that happened long ago, handed over by the importer of the back office: the facts are said as they are.
     *
     * @param version of the facts' contract
     */
    record Announce(String eventName, int version, Map<String, Object> data) implements CatalogueCommand {
        public Announce {
            Require.text("announce", "event_name", eventName);
            if (data == null) {
                throw new IllegalArgumentException("announce: data is missing");
            }
            data = Map.copyOf(data);
        }
    }

    /** @throws IllegalArgumentException if the command is unknown or lacks something; the message says what */
    static CatalogueCommand from(Map<String, Object> json) {
        return Json.MAPPER.convertValue(json, CatalogueCommand.class);
    }
}
