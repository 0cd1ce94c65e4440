        /*
         * TODO 4.1  Success: the route.
         *
         * When nobody waits for a function, its result is thrown away, unless it has a destination for successes. Say here
         * that the harbour's bus is one: new EventBridgeDestination(…) makes a destination of a bus.
         */
        return Optional.empty();
