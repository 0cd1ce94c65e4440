        /*
         * TODO 2.5  And, or.
         *
         * The shop window shows what is a toy or a game, wherever it is sold, OR what is sold in the region "eu", provided
         * that it has a category. This policy names both attributes, and the window is nearly empty. Make the policy say
         * what was meant; the guide has the truth table of all 16 cases.
         *
         * Check:  ./lab check 2.5
         * Read:   guide/lab2-sns-filters.md#25-and-or
         */
        topic.addSubscription(queue.subscription()
                .filterPolicy(Map.of(
                        "category", new SubscriptionFilter(List.of("toys", "games")),
                        "region", new SubscriptionFilter(List.of("eu"))))
                .build());
