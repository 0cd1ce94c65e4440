package dev.edaworkshop.lab1.infra;

import dev.edaworkshop.lab1.CatalogueHandler;
import dev.edaworkshop.lab1.InventoryHandler;
import dev.edaworkshop.lab1.NotificationsHandler;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The shop of lab 1: the catalogue publishes, Inventory, Notifications and a worker in your terminal listen. */
final class PubSubStack extends Stack {

    PubSubStack(Construct scope, String id) {
        super(scope, id);
        var topics = new ProductTopics(this, "Topics");

        var catalogue = new ShopFunction(this, "Catalogue", CatalogueHandler.class);
        topics.letPublish(catalogue);

        var workerQueue = new EventQueue(this, "WorkerQueue");
        topics.all().forEach(workerQueue::subscribeTo);

        var inventory = new ShopFunction(this, "Inventory", InventoryHandler.class);
        var notifications = new ShopFunction(this, "Notifications", NotificationsHandler.class);

        /*
         * TODO 1.3  Fan out.
         *
         * Inventory and Notifications both care about new products, and both read the same queue. A message in a queue
         * is for one reader: whichever takes it first. Publish once, copy to each: change
         * this so that both get every event, and so that a Notifications that fails costs Inventory nothing.
         *
         * Check:  ./lab check 1.3
         * Read:   guide/lab1-pubsub.md#13-fan-out
         */
        var inventoryQueue = new EventQueue(this, "InventoryQueue");
        inventoryQueue.subscribeTo(topics.productCreated());
        inventory.readFrom(inventoryQueue);
        notifications.readFrom(inventoryQueue);

        var pierTopics = new PierTopics(this, "PierTopics");
        var instances = new DeliveryModes(this, "DeliveryModes", pierTopics);
        var reservations = new ReservationsService(this, "ReservationsService", pierTopics);

        output("CatalogueFunction", catalogue.name());
        output("InventoryFunction", inventory.name());
        output("NotificationsFunction", notifications.name());
        output("InventoryQueueUrl", inventoryQueue.url());
        output("WorkerQueueUrl", workerQueue.url());
        output("ProductCreatedTopicArn", topics.productCreated().getTopicArn());
        output("ProductPriceChangedTopicArn", topics.productPriceChanged().getTopicArn());
        output("ProductDeletedTopicArn", topics.productDeleted().getTopicArn());
        output("PaymentDeclinedTopicArn", pierTopics.paymentDeclined().getTopicArn());
        output("StockDepletedTopicArn", pierTopics.stockDepleted().getTopicArn());
        output("ReceiptSentTopicArn", pierTopics.receiptSent().getTopicArn());
        output("InventoryNorthFunction", instances.inventoryNorth().name());
        output("InventorySouthFunction", instances.inventorySouth().name());
        output("NotificationsInstanceFunction", instances.notifications().name());
        output("PaymentTakenTopicArn", pierTopics.paymentTaken().getTopicArn());
        output("StockReservedTopicArn", pierTopics.stockReserved().getTopicArn());
        output("ReservationsFunction", reservations.function().name());
        output("ReservationsQueueUrl", reservations.queue().url());
        output("StockTable", reservations.tables().stockName());
        output("HandledEventsTable", reservations.tables().handledEventsName());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
