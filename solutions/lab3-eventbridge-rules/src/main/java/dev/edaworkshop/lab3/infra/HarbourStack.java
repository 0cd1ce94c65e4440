package dev.edaworkshop.lab3.infra;

import dev.edaworkshop.lab3.CatalogueHandler;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The shop of lab 3: everybody talks on one bus, and each consumer brings the rules that say what it hears. */
final class HarbourStack extends Stack {

    HarbourStack(Construct scope, String id) {
        super(scope, id);
        var harbour = new HarbourBus(this, "Harbour");

        var catalogue = new ShopFunction(this, "Catalogue", CatalogueHandler.class);
        harbour.letPublish(catalogue, "shop.catalogue");
        output("CatalogueFunction", catalogue.name());
        output("BusName", harbour.bus().getEventBusName());
        output("ArchiveArn", harbour.archiveArn());

        var audit = new AuditTrail(this, "AuditTrail", harbour.bus()); // 3.1
        output("AuditQueueUrl", audit.queueUrl());

        var kinds = new KindsOfEvents(this, "KindsOfEvents", harbour.bus()); // 3.2
        output("InventoryFunction", kinds.inventory());
        output("CleanUpFunction", kinds.cleanUp());

        var toyCorner = new ToyCorner(this, "ToyCorner", harbour.bus()); // 3.3
        output("ToyCornerQueueUrl", toyCorner.queueUrl());

        var shelves = new Shelves(this, "Shelves", harbour.bus()); // 3.4
        shelves.queueUrls().forEach(this::output);

        var newPrices = new NewPrices(this, "NewPrices", harbour.bus()); // 3.5
        output("PriceTagsFunction", newPrices.priceTags().name());
        output("WholesalersQueueUrl", newPrices.wholesalersQueueUrl());
        output("SignboardQueueUrl", newPrices.signboardQueueUrl());

        var orders = new StandingOrderFlow(this, "StandingOrders", harbour); // 3.6
        output("ReservationsFunction", orders.reservations());
        output("PaymentsFunction", orders.payments());
        output("ReceiptsFunction", orders.receipts());

        var newProducts = new NewProductTags(this, "NewProductTags", harbour.bus(), newPrices.priceTags()); // 3.7
        output("NewProductsRuleArn", newProducts.ruleArn());
        var catchAll = new CatchAll(this, "CatchAll", harbour.bus()); // 3.7
        output("CatchAllQueueUrl", catchAll.queueUrl());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
