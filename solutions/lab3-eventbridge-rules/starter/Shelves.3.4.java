        /*
         * TODO 3.4  Content filters.
         *
         * These are filter policies of lab 2, pasted unchanged; shelf() below puts them into a rule as they are. On a
         * topic they were right, on a bus they are not. The page has a table of what belongs on each shelf, and of what
         * differs between a filter policy and an event pattern. Three things are wrong, in shelf() and here.
         *
         * Check:  ./lab check 3.4
         * Read:   guide/lab3-eventbridge-rules.md#34-content-filters
         */
        shelf("RopeLocker", Map.of("sku", List.of(Map.of("prefix", "ROP-"))));
        shelf("GrownUps", Map.of("category", List.of(Map.of("anything-but", List.of("toys", "games")))));
        shelf("HeavyGoods", Map.of("weight_kg", List.of(Map.of("numeric", List.of(">=", 100, "<", 500)))));
        shelf("BulkyGoods", Map.of("size", List.of(Map.of("exists", true))));
        shelf("Unlabelled", Map.of("label", List.of(Map.of("exists", false))));
        shelf("SecondHand", Map.of("tags", List.of(Map.of("anything-but", "new"))));
