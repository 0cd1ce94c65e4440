        /*
         * TODO 4.2  Failure.
         *
         * When the bank is down, Payments throws. Lambda tries again after one minute and after two more, and then drops
         * the request: an order that is reserved and never paid, and nobody who knows. Let Lambda put a record of every
         * request that failed for good into the queue "failures", which is there already.
         *
         * Check:  ./lab check 4.2
         * Read:   guide/lab4-lambda-destinations.md#42-failure
         */
        return Optional.empty();
