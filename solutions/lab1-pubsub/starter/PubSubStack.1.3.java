        /*
         * TODO 1.3  Publish once, and each gets a copy.
         *
         * Inventory and Notifications both care about new products, and both read the same queue. A message in a queue
         * is for one reader: whichever takes it first. Change this so that each of the two gets every event, and so
         * that a Notifications that fails does not cost Inventory anything.
         *
         * Check:  ./lab check 1.3
         * Read:   guide/lab1-pubsub.md#13-fan-out
         */
        var inventoryQueue = new EventQueue(this, "InventoryQueue");
        inventoryQueue.subscribeTo(topics.productCreated());
        inventory.readFrom(inventoryQueue);
        notifications.readFrom(inventoryQueue);
