        /*
         * TODO 2.3  Anything but.
         *
         * Colleagues try out new things in a region called "test", and customers have been charged for articles that do
         * not exist. Keep the region "test" away from Payments. Every other region has to get through, also those that
         * the shop will open next year. What says no region at all must not get through either.
         *
         * Check:  ./lab check 2.3
         * Read:   guide/lab2-sns-filters.md#23-anything-but
         */
        topic.addSubscription(queue.subscription().build());
