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
