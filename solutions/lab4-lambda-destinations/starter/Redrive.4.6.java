        /*
         * TODO 4.6  Redrive.
         *
         * The bank works again, and the failed payments are still in the queue. Have this one done again: Payments is to
         * get what it was asked, asynchronously, as the first time. When Lambda has it, take the message out of the queue.
         *
         * Check:  ./lab check 4.6
         * Read:   guide/lab4-lambda-destinations.md#46-redrive
         */
        out.printf("  (order %s stays in the queue: nobody has written how to redrive it)%n", failed.orderId());
        giveBack(message);
