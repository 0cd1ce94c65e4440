        /*
         * TODO 1.4  Delivery modes.
         *
         * Inventory runs twice, Notifications once. All three read one queue, and whatever happens is handled by one of
         * them. For the receipts that is right. A declined payment concerns both services, but not both instances of
         * Inventory; and what is sold out every single instance has to know. Give each fact the queues it needs.
         *
         * Check:  ./lab check 1.4
         * Read:   guide/lab1-pubsub.md#14-delivery-modes
         */
        var shared = new EventQueue(this, "Shared");
        shared.subscribeTo(topics.paymentDeclined());
        shared.subscribeTo(topics.stockDepleted());
        shared.subscribeTo(topics.receiptSent());
        for (ShopFunction instance : List.of(inventoryNorth, inventorySouth, notifications)) {
            instance.readFrom(shared);
        }
