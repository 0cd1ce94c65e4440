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
        /*
         * TODO 3.2  Detail type.
         *
         * One rule catches all that the catalogue says, and InventoryHandler finds out with a "switch" what it was
         * about. Let the bus do that: product_created goes to Inventory, product_deleted goes to the clean-up, and
         * neither function is invoked for anything else. Then the "switch" in InventoryHandler can go.
         *
         * Check:  ./lab check 3.2
         * Read:   guide/lab3-eventbridge-rules.md#32-detail-type
         */
        Rule.Builder.create(this, "CatalogueSpeaks")
                .eventBus(bus)
                .eventPattern(
                        EventPattern.builder().source(List.of("shop.catalogue")).build())
                .targets(List.of(new LambdaFunction(inventory.function())))
                .build();
    }

    String inventory() {
        return inventory.name();
    }

    String cleanUp() {
        return cleanUp.name();
    }
}
