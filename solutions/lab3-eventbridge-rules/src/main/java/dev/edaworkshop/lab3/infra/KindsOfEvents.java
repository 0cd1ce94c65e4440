package dev.edaworkshop.lab3.infra;

import dev.edaworkshop.lab3.CleanUpHandler;
import dev.edaworkshop.lab3.InventoryHandler;
import java.util.List;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** Who hears of new products, and who of deleted ones. */
final class KindsOfEvents extends Construct {

    private final ShopFunction inventory;
    private final ShopFunction cleanUp;

    KindsOfEvents(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        inventory = new ShopFunction(this, "Inventory", InventoryHandler.class);
        cleanUp = new ShopFunction(this, "CleanUp", CleanUpHandler.class);
        // begin exercise 3.2
        // A rule for each kind of event. What a function is not meant to hear does not reach it, so it costs nothing
        // and cannot break it.
        Rule.Builder.create(this, "ProductCreated")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .source(List.of("shop.catalogue"))
                        .detailType(List.of("product_created"))
                        .build())
                .targets(List.of(new LambdaFunction(inventory.function())))
                .build();
        Rule.Builder.create(this, "ProductDeleted")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .source(List.of("shop.catalogue"))
                        .detailType(List.of("product_deleted"))
                        .build())
                .targets(List.of(new LambdaFunction(cleanUp.function())))
                .build();
        // end exercise 3.2
    }

    String inventory() {
        return inventory.name();
    }

    String cleanUp() {
        return cleanUp.name();
    }
}
