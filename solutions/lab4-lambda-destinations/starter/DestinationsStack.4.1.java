        // TODO 4.1  Success: when the till publishes nothing any more, it needs no permission to.
        harbour.letPublish(cashier);
