        /*
         * TODO 3.3  Detail.
         *
         * The toy corner has a rule, and nothing ever arrives. Look at an event of the catalogue, level by level
         * (./lab events -f shows one when you run the playground), and put the condition where the category is. Only toys
         * and games are wanted, and of these only what is sold in the region "eu".
         *
         * Check:  ./lab check 3.3
         * Read:   guide/lab3-eventbridge-rules.md#33-detail
         */
        Map<String, Object> detail = Map.of("category", List.of("toys", "games"));
