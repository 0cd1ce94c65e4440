        /*
         * TODO 3.5  Targets.
         *
         * A new price goes to three targets. The line to the wholesalers is often down, now and then for more than a day,
         * and then the price is gone: EventBridge tries for 24 hours and gives up. See to it that what it gives up lies in a
         * queue. And the signboard is a simple thing: it wants {"sku": …, "price": …, "currency": "EUR"}, with the new
         * price, and gets the whole event. Let the rule make that of it. The tags must not notice any of this.
         *
         * Check:  ./lab check 3.5
         * Read:   guide/lab3-eventbridge-rules.md#35-targets
         */
        rule.addTarget(new SqsQueue(wholesalers.queue()));
        rule.addTarget(new SqsQueue(signboard.queue()));
