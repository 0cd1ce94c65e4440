        /*
         * TODO 2.6  Body scope.
         *
         * Purchasing orders again when toys or games are sold out in the warehouse "north". Inventory used to copy both
         * facts from the body into attributes, for Purchasing alone; now it does not any more, and Purchasing hears
         * nothing. You cannot change Inventory. Let the subscription look into the body, where the facts have been all
         * along: the guide shows what a stock_depleted event looks like.
         *
         * Check:  ./lab check 2.6
         * Read:   guide/lab2-sns-filters.md#26-body-scope
         */
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of(
                        "category", new SubscriptionFilter(List.of("toys", "games")),
                        "warehouse", new SubscriptionFilter(List.of("north"))))
                .build());
