        /*
         * TODO 2.1  Whitelist.
         *
         * Whatever the catalogue creates, rope and oilskins too, is delivered to the toys corner and put on its shelf. It
         * wants toys and games. Let this subscription deliver only messages whose attribute "category" is "toys" or
         * "games". The function stays as it is: what it does not want should not reach it at all.
         *
         * Check:  ./lab check 2.1
         * Read:   guide/lab2-sns-filters.md#21-whitelist
         */
        topic.addSubscription(queue.subscription().build());
