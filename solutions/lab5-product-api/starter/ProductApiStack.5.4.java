        /*
         * TODO 5.4  Domain constructs: whose table is it?
         *
         * Payments has a table of its own. Some time ago it also wanted to look up prices, and was given the catalogue's
         * table. It does not use it any more.
         */
        var payments = new PaymentsService(this, "Payments");
        catalogue.table().allow(payments.function(), "GetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem");
