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
